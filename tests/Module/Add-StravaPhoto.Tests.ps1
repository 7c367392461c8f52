BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava -Partner
    $server = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
    function Get-Id($Errors) { $Errors.FullyQualifiedErrorId -replace ',StravaTools.PowerShell.Commands.AddStravaPhotoCommand$' }
    function New-Ready([string[]]$Uri) {
        $entries = $Uri | ForEach-Object { [StravaTools.Client.Photos.PhotoMetadata]@{ Uri = $_; Method = 'PUT'; MaxSize = 1600 } }
        [pscustomobject]@{ Outcome = 'Ready'; Path = '/rides/a.gpx'; ActivityId = 5; ActivityUrl = 'https://www.strava.com/activities/5'; PhotoMetadata = $entries }
    }
}
AfterAll { Stop-FakeStrava }

Describe 'Add-StravaPhoto' {
    BeforeEach { $folder = New-TestFolder }

    It 'adds a photo to a result of Send-StravaUpload, without a token' {
        $sent = Send-StravaUpload (New-Gpx "$folder/run.gpx") -Wait @server
        $result = $sent | Add-StravaPhoto -PhotoPath $Photo
        $result | Should -BeOfType StravaTools.Client.Photos.PhotoResult
        $result.Outcome | Should -Be Added
        $result.Path | Should -Be $sent.Path
        $result.ActivityId | Should -Be $sent.ActivityId
        $result.ActivityUrl | Should -Be $sent.ActivityUrl
        $result.PhotoPath | Should -Be $Photo
        (Get-FakeActivity $fake | Where-Object id -EQ $sent.ActivityId).total_photo_count | Should -Be 1
    }

    It 'adds a photo to an activity of New-StravaActivity' {
        $activity = New-StravaActivity Yoga Yoga '2026-01-01 07:30' 3600 @server
        $result = $activity | Add-StravaPhoto $Photo
        $result.Outcome | Should -Be Added
        $result.ActivityId | Should -Be $activity.Id
    }

    It 'sends the bytes of the picture to the address, without the token' {
        $env:STRAVA_ACCESS_TOKEN = 'secret'
        $canned = Start-CannedServer
        try { $null = New-Ready "$($canned.Url)photo?a=1\u0026b=2" | Add-StravaPhoto $Photo } finally { Stop-CannedServer $canned; $env:STRAVA_ACCESS_TOKEN = $null }
        $request = $canned.Requests.ToArray()[0]
        $request.Method | Should -Be PUT
        $request.Path | Should -Be '/photo?a=1&b=2'
        $request.Headers['Authorization'] | Should -BeNullOrEmpty
        $request.Headers['Content-Type'] | Should -Be 'image/jpeg'
        $request.Bytes | Should -Be ([System.IO.File]::ReadAllBytes($Photo))
    }

    It 'removes the location before a picture is sent with -RemoveLocation' {
        $bytes = [System.IO.File]::ReadAllBytes($Photo)
        $place = [System.Text.Encoding]::ASCII.GetBytes("http://ns.adobe.com/xap/1.0/`0 GPSLatitude 47,22.5502N")
        [System.IO.File]::WriteAllBytes("$folder/a.jpg", [byte[]](@(0xFF, 0xD8, 0xFF, 0xE1, 0, ($place.Count + 2)) + $place + $bytes[2..($bytes.Count - 1)]))
        $canned = Start-CannedServer
        $null = New-Ready "$($canned.Url)1" | Add-StravaPhoto "$folder/a.jpg" -RemoveLocation
        Stop-CannedServer $canned
        $canned.Requests.ToArray()[0].Bytes | Should -Be $bytes
    }

    It 'sends one picture per address' {
        $canned = Start-CannedServer
        $null = Copy-Item $Photo "$folder/two.jpg"
        $results = New-Ready "$($canned.Url)1", "$($canned.Url)2" | Add-StravaPhoto $Photo, "$folder/two.jpg"
        Stop-CannedServer $canned
        $results.Outcome | Should -Be Added, Added
        $canned.Requests.ToArray().Path | Should -Be '/1', '/2'
    }

    It 'takes pictures from <name>' -ForEach @(
        @{ Name = 'a pattern'; Add = { param($activity) $activity | Add-StravaPhoto "$folder/*.jpg" } }
        @{ Name = '-LiteralPath'; Add = { param($activity) $activity | Add-StravaPhoto -LiteralPath "$folder/a[1].jpg", "$folder/b.jpg" } }
        @{ Name = 'Get-ChildItem'; Add = { param($activity) Get-ChildItem $folder -Filter *.jpg | Add-StravaPhoto -InputObject $activity } }
        @{ Name = 'paths in the pipeline'; Add = { param($activity) "$folder/a[1].jpg", "$folder/b.jpg" | Add-StravaPhoto -InputObject $activity } }
    ) {
        Copy-Item $Photo "$folder/b.jpg"
        [System.IO.File]::Copy($Photo, "$folder/a[1].jpg")
        $canned = Start-CannedServer
        $results = & $add (New-Ready "$($canned.Url)1", "$($canned.Url)2")
        Stop-CannedServer $canned
        $results.Outcome | Should -Be Added, Added
        $results.PhotoPath | Split-Path -Leaf | Should -Be 'a[1].jpg', 'b.jpg'
        $canned.Requests.ToArray().Path | Should -Be '/1', '/2'
    }

    It 'throws if a pattern matches no picture, before an activity is uploaded' {
        { Send-StravaUpload (New-Gpx "$folder/run.gpx") @server | Add-StravaPhoto "$folder/*.jpg" } |
            Should -Throw -ErrorId 'FileNotFound,StravaTools.PowerShell.Commands.AddStravaPhotoCommand'
    }

    It 'skips uploads that are not ready, with the reason and without another error' {
        $bad = New-Gpx "$folder/bad.gpx" -WithoutTimes; $good = New-Gpx "$folder/good.gpx"
        $sent = Send-StravaUpload $bad, $good -Wait @server -ErrorAction SilentlyContinue
        $results = $sent | Add-StravaPhoto $Photo -ErrorVariable errors
        $results.Outcome | Should -Be Skipped, Added
        $results[0].Reason | Should -BeLike 'Rejected: *no time*'
        $results[0].Path | Should -Be (Join-Path $folder bad.gpx)
        $errors | Should -BeNullOrEmpty
        $pending = Send-StravaUpload (New-Gpx "$folder/pending.gpx") @server | Add-StravaPhoto $Photo
        $pending.Reason | Should -BeLike 'Pending: *-Wait*'
    }

    It 'writes PhotoNotSupported if there is no address' {
        $ordinary = Start-FakeStrava
        $sent = Send-StravaUpload (New-Gpx "$folder/run.gpx") -Wait -BaseUri $ordinary.Url -AccessToken (ConvertTo-Secret $ordinary.AccessToken)
        $sent | Add-StravaPhoto $Photo -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Get-Id $errors | Should -Be PhotoNotSupported
        $ordinary | Stop-FakeStrava
    }

    It 'adds a photo with the documented response, max_size 1600' -Tag 'Clause:PA-050' {
        $documented = Start-FakeStrava -Partner -Profile documented
        $sent = Send-StravaUpload (New-Gpx "$folder/run.gpx") -Wait -BaseUri $documented.Url -AccessToken (ConvertTo-Secret $documented.AccessToken)
        $sent.PhotoMetadata.MaxSize | Should -Be 1600
        (Get-Item $Photo).Length | Should -BeGreaterThan 1600
        $result = $sent | Add-StravaPhoto $Photo -WarningVariable warnings -WarningAction SilentlyContinue
        $documented | Stop-FakeStrava
        $result.Outcome | Should -Be Added
        $warnings | Should -BeNullOrEmpty
    }

    It 'writes PhotoRefused if the host refuses it, without the signed address' {
        $canned = Start-CannedServer 403 '<Error><Code>AccessDenied</Code></Error>' 'application/xml'
        $output = New-Ready "$($canned.Url)1?Signature=hush" | Add-StravaPhoto $Photo -Verbose -ErrorAction SilentlyContinue -ErrorVariable errors 4>&1
        Stop-CannedServer $canned
        Get-Id $errors | Should -Be PhotoRefused
        "$output $errors $($errors.Exception | Format-List * -Force | Out-String)" | Should -Not -Match hush
    }

    It 'throws before anything is sent: <id>' -ForEach @(
        @{ Id = 'FileNotFound'; Path = { "$folder/missing.jpg" } }
        @{ Id = 'PathIsDirectory'; Path = { $folder } }
        @{ Id = 'PhotoNotAPicture'; Path = { New-Text "$folder/a.jpg" 'no picture' } }
        @{ Id = 'NotAFileSystemPath'; Path = { 'Env:/PATH' } }
    ) {
        $before = @(Get-FakeActivity $fake).Count
        $run = New-Gpx "$folder/run.gpx"
        $failure = try { Send-StravaUpload $run -Wait @server | Add-StravaPhoto (& $path) } catch { $_ }
        Get-Id $failure | Should -Be $id
        @(Get-FakeActivity $fake).Count | Should -Be $before
    }

    It 'names a device instead of its permissions' -Skip:$IsWindows {
        $failure = try { New-Ready http://127.0.0.1:1/ | Add-StravaPhoto -LiteralPath /dev/zero } catch { $_ }
        Get-Id $failure | Should -Be FileNotReadable
        "$failure" | Should -BeLike '*it is a device, a pipe, or a socket.'
        $failure.ErrorDetails.RecommendedAction | Should -Be 'Copy its content to a file first.'
    }

    It '-WhatIf sends nothing' {
        $canned = Start-CannedServer
        New-Ready "$($canned.Url)1" | Add-StravaPhoto $Photo -WhatIf | Should -BeNullOrEmpty
        $canned.Requests.Count | Should -Be 0
        Stop-CannedServer $canned
    }

    It 'Ctrl+C stops waiting for a hanging host within a second' {
        $canned = Start-CannedServer -Hang
        $stopped = Stop-InMidst "[pscustomobject]@{ Outcome = 'Ready'; PhotoMetadata = [StravaTools.Client.Photos.PhotoMetadata]@{ Uri = '$($canned.Url)1' } } | Add-StravaPhoto '$Photo'" { $canned.Requests.Count -ge 1 }
        Stop-CannedServer $canned
        $stopped.WasRunning | Should -BeTrue
        $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
        $stopped.Errors | Should -Be 0
    }
}
