BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $server = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
    $made = 1..4 | ForEach-Object { New-StravaActivity "Yoga $_" Yoga "2026-01-0$_ 07:30" 3600 @server }
}
AfterAll { Stop-FakeStrava }

Describe 'Get-StravaActivity' {
    It 'lists activities, newest first' {
        $listed = Get-StravaActivity @server
        $listed | Should -BeOfType StravaTools.Client.Activities.StravaActivity
        $listed.Name | Should -Be 'Yoga 4', 'Yoga 3', 'Yoga 2', 'Yoga 1'
        $listed.ResourceState | Sort-Object -Unique | Should -Be 2
    }

    It 'lists the first activities' {
        (Get-StravaActivity -First 3 @server).Name | Should -Be 'Yoga 4', 'Yoga 3', 'Yoga 2'
        (Get-StravaActivity @server | Select-Object -First 1).Name | Should -Be 'Yoga 4'
    }

    It 'lists activities between two times, exclusively' {
        (Get-StravaActivity -After $made[0].StartDate -Before $made[3].StartDate @server).Name | Should -Be 'Yoga 2', 'Yoga 3'
    }

    It 'gets activities: <name>' -ForEach @(
        @{ Name = 'by ids'; Get = { Get-StravaActivity $made[0].Id, $made[1].Id @server } }
        @{ Name = 'by ids in the pipeline'; Get = { $made[0].Id, "$($made[1].Id)" | Get-StravaActivity @server } }
        @{ Name = 'by activities in the pipeline'; Get = { $made[0..1] | Get-StravaActivity @server } }
        @{ Name = 'by objects with the property ActivityId'; Get = { $made[0..1] | ForEach-Object { [pscustomobject]@{ Id = 1; ActivityId = $_.Id } } | Get-StravaActivity @server } }
        @{ Name = 'by rows of a CSV'; Get = { $made[0..1] | Select-Object Id | ConvertTo-Csv | ConvertFrom-Csv | Get-StravaActivity -IncludeAllEfforts @server } }
    ) {
        $activities = & $get
        $activities.Name | Should -Be 'Yoga 1', 'Yoga 2'
        $activities.ResourceState | Should -Be 3, 3
        $activities[0].ActivityUrl | Should -Be "$($fake.Url)activities/$($made[0].Id)"
    }

    It 'uses the activity ID of an upload and skips files that were not sent' {
        $folder = New-TestFolder
        $sent = (New-Gpx "$folder/run.gpx"), (New-Gpx "$folder/bad.gpx" -WithoutTimes) | Send-StravaUpload -Wait @server -ErrorAction SilentlyContinue
        $activity = $sent | Get-StravaActivity -Wait -TimeoutSeconds 30 @server -ErrorVariable errors
        $activity.Id | Should -Be $sent[0].ActivityId
        $activity.UploadId | Should -Be $sent[0].Id
        $errors | Should -BeNullOrEmpty
    }

    It 'writes NotFound for an unknown ID and continues' {
        $activity = Get-StravaActivity 1, $made[0].Id @server -ErrorAction SilentlyContinue -ErrorVariable errors
        $activity.Id | Should -Be $made[0].Id
        $errors.FullyQualifiedErrorId | Should -Be 'NotFound,StravaTools.PowerShell.Commands.GetStravaActivityCommand'
        $errors[0].TargetObject | Should -Be 1
    }

    It 'lists meta representations with -Meta' {
        $canned = Start-CannedServer 200 '[[9007199254740993,"2013-08-01T22:32:09Z","Ride","2009-07-17T07:42:59Z",7420,1,0]]' application/json
        $meta = Get-StravaActivity -Meta -BaseUri $canned.Url -AccessToken $server.AccessToken
        Stop-CannedServer $canned
        $meta | Should -BeOfType StravaTools.Client.Activities.StravaActivityMeta
        $meta.Id | Should -Be 9007199254740993
        $meta.Private | Should -BeTrue
        $canned.Requests.ToArray()[0].Headers['Accept'] | Should -Be 'application/json+meta'
        $meta | Out-String -Width 120 | Should -BeLike '*2009-07-17 07:42*'
    }

    It 'writes RateLimited with the time of the reset: <arguments>' -ForEach @(
        @{ Arguments = @{} }, @{ Arguments = @{ Meta = $true } }, @{ Arguments = @{ Id = 5 } }
    ) {
        $canned = Start-CannedServer 429 '{"message":"Rate Limit Exceeded"}' application/json
        Get-StravaActivity @arguments -BaseUri $canned.Url -AccessToken $server.AccessToken -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Stop-CannedServer $canned
        $errors.FullyQualifiedErrorId | Should -BeLike 'RateLimited,*'
        $errors[0].CategoryInfo.Category | Should -Be LimitsExceeded
        $errors[0].Exception.RateLimitResetAt | Should -BeGreaterThan ([DateTimeOffset]::UtcNow.AddMinutes(-1))
    }
}
