BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava -Processing polls:1
    $server = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
}
AfterAll { Stop-FakeStrava }

Describe 'Get-StravaUploadStatus' {
    BeforeEach { $folder = New-TestFolder }

    It 'gets the status of a result of Send-StravaUpload and keeps its path' {
        $sent = Send-StravaUpload (New-Gpx "$folder/run.gpx") @server
        $result = $sent | Get-StravaUploadStatus @server
        $result | Should -BeOfType StravaTools.Client.Uploads.UploadResult
        $result.Id | Should -Be $sent.Id
        $result.Path | Should -Be $sent.Path
        $result.Outcome | Should -Be Pending
    }

    It 'gets the status by ID: <name>' -ForEach @(
        @{ Name = 'on the command line'; Ask = { Get-StravaUploadStatus $ids @server } }
        @{ Name = 'by the pipeline'; Ask = { $ids | Get-StravaUploadStatus @server } }
        @{ Name = 'by property name'; Ask = { $ids | ForEach-Object { [pscustomobject]@{ Id = "$_" } } | Get-StravaUploadStatus @server } }
    ) {
        $ids = 1..2 | ForEach-Object { (Send-StravaUpload (New-Gpx "$folder/$_.gpx") @server).Id }
        (& $ask).Id | Should -Be $ids
    }

    It 'waits with -Wait' {
        $result = Send-StravaUpload (New-Gpx "$folder/run.gpx") @server | Get-StravaUploadStatus -Wait @server
        $result.Outcome | Should -Be Ready
        $result.ActivityUrl | Should -Be "$($fake.Url)activities/$($result.ActivityId)"
    }

    It 'skips a file that was not sent' {
        $refused = Send-StravaUpload (New-Gpx "$folder/bad.gpx" -WithoutTimes) @server -ErrorAction SilentlyContinue
        $output = $refused | Get-StravaUploadStatus -Verbose @server -ErrorVariable errors 4>&1
        "$output" | Should -BeLike '*was not uploaded*'
        $errors | Should -BeNullOrEmpty
    }

    It 'writes NotFound for an unknown ID and continues' {
        $id = (Send-StravaUpload (New-Gpx "$folder/run.gpx") @server).Id
        $result = Get-StravaUploadStatus 1, $id @server -ErrorAction SilentlyContinue -ErrorVariable errors
        $result.Id | Should -Be $id
        $errors.FullyQualifiedErrorId | Should -Be 'NotFound,StravaTools.PowerShell.Commands.GetStravaUploadStatusCommand'
        $errors[0].TargetObject | Should -Be 1
    }

    It '<name>: <id>' -ForEach @(
        @{ Name = 'a page of HTML instead of JSON'; Id = 'UnexpectedAnswer'; Status = 200; Category = 'ProtocolError' }
        @{ Name = 'a server that fails'; Id = 'ServerFailed'; Status = 503; Category = 'ProtocolError' }
    ) {
        $canned = Start-CannedServer $status '<html><body>Down for repairs</body></html>'
        Get-StravaUploadStatus 1 -BaseUri $canned.Url -AccessToken $server.AccessToken -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Stop-CannedServer $canned
        $errors.FullyQualifiedErrorId | Should -BeLike "$id,*"
        $errors[0].CategoryInfo.Category | Should -Be $category
        "$errors" | Should -BeLike '*Down for repairs*'
    }

    It 'throws without a token' {
        { Get-StravaUploadStatus 1 } | Should -Throw -ErrorId 'NoAccessToken,StravaTools.PowerShell.Commands.GetStravaUploadStatusCommand'
    }

    It 'Ctrl+C stops a wait within a second, without an error' {
        $slow = Start-FakeStrava -Processing seconds:600
        $there = @{ BaseUri = $slow.Url; AccessToken = ConvertTo-Secret $slow.AccessToken }
        $id = (Send-StravaUpload (New-Gpx "$folder/run.gpx") @there).Id
        $script = "`$token = ConvertTo-SecureString $($slow.AccessToken) -AsPlainText -Force; Get-StravaUploadStatus $id -Wait -Verbose -BaseUri $($slow.Url) -AccessToken `$token"
        $stopped = Stop-InMidst $script { $args[0].Streams.Verbose.Count -ge 1 }
        $stopped.WasRunning | Should -BeTrue
        $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
        $stopped.Errors | Should -Be 0
        $slow | Stop-FakeStrava
    }
}
