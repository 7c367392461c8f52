BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $canned = Start-CannedServer 200 '{"id":5,"name":"new","resource_state":3}' application/json
    $server = @{ BaseUri = $canned.Url; AccessToken = ConvertTo-Secret 'fake-s3cret' }
    function Get-Sent { $request = $null; while ($canned.Requests.TryDequeue([ref]$request)) { "$($request.Method) $($request.Path) $([System.Text.Encoding]::UTF8.GetString($request.Bytes))" } }
}
AfterAll { Stop-CannedServer $canned }

Describe 'Set-StravaActivity' {
    It 'sends only the specified values, including Booleans' {
        $activity = Set-StravaActivity 5 -Name new -SportType trailrun -Description '' -GearId none -Trainer -Commute:$false -Private -HideFromHome @server
        $activity | Should -BeOfType StravaTools.Client.Activities.StravaActivity
        $activity.Name | Should -Be new
        Get-Sent | Should -Be ('PUT /api/v3/activities/5 {"name":"new","type":"Run","sport_type":"TrailRun","description":"","gear_id":"none",' +
            '"trainer":true,"commute":false,"private":true,"hide_from_home":true}')
    }

    It 'changes each activity of the pipeline' {
        $null = [pscustomobject]@{ Id = 9007199254740993 }, 6 | Set-StravaActivity -Commute @server
        Get-Sent | Should -Be 'PUT /api/v3/activities/9007199254740993 {"commute":true}', 'PUT /api/v3/activities/6 {"commute":true}'
    }

    It 'reads a CSV: the changes of each row, ignoring empty cells' {
        $rows = 'Id,Name,SportType,Commute,Private', '6,Morning,run,true,', '7,,,,', '8,,Hike,no,yes' | ConvertFrom-Csv
        $null = $rows | Set-StravaActivity @server -ErrorAction SilentlyContinue -ErrorVariable errors
        Get-Sent | Should -Be 'PUT /api/v3/activities/6 {"name":"Morning","type":"Run","sport_type":"Run","commute":true}',
            'PUT /api/v3/activities/8 {"type":"Hike","sport_type":"Hike","commute":false,"private":true}'
        $errors.FullyQualifiedErrorId | Should -Be 'NothingToChange,StravaTools.PowerShell.Commands.SetStravaActivityCommand'
    }

    It 'runs a script block for each activity, and does not send back the values of an activity' {
        $activities = 6, 7 | ForEach-Object { [StravaTools.Client.Activities.StravaActivity]@{ Id = $_; Name = "Old $_"; SportType = 'Run'; Commute = $true } }
        $null = $activities | Set-StravaActivity -Name { "$($_.Name), renamed" } @server
        Get-Sent | Should -Be 'PUT /api/v3/activities/6 {"name":"Old 6, renamed"}', 'PUT /api/v3/activities/7 {"name":"Old 7, renamed"}'
    }

    It 'continues after a script block that fails' {
        $null = 6, 7 | Set-StravaActivity -Name { if ($_ -eq 6) { throw 'no name' } "n$_" } @server -ErrorAction SilentlyContinue -ErrorVariable errors
        Get-Sent | Should -Be 'PUT /api/v3/activities/7 {"name":"n7"}'
        "$($errors[0])" | Should -BeLike '*no name*'
    }

    It 'changes nothing with -WhatIf, which needs no token' {
        Set-StravaActivity 5 -Name new -WhatIf -BaseUri $canned.Url | Should -BeNullOrEmpty
        Get-Sent | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf' {
        Set-StravaActivity 5 -Name new -WhatIf @server | Should -BeNullOrEmpty
        Get-Sent | Should -BeNullOrEmpty
    }

    It 'throws if there is nothing to change' {
        { Set-StravaActivity 5 @server } | Should -Throw -ErrorId 'NothingToChange,StravaTools.PowerShell.Commands.SetStravaActivityCommand'
        Get-Sent | Should -BeNullOrEmpty
    }

    It 'warns about settings that the server ignored: <name>' -ForEach @(
        @{ Name = 'today'; Profile = 'Current'; Expected = 'The server ignored -Private of activity *' }
        @{ Name = 'by the documents'; Profile = 'Documented'; Expected = '' }
    ) {
        $fake = Start-FakeStrava -Profile $profile
        $own = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
        $activity = New-StravaActivity Walk Walk '2026-06-01 07:30' 60 @own
        $changed = $activity | Set-StravaActivity -Private -Commute @own -WarningVariable warnings -WarningAction SilentlyContinue
        Stop-FakeStrava $fake
        $changed.Private | Should -Be ($profile -eq 'Documented')
        $changed.Commute | Should -BeTrue
        "$warnings" | Should -BeLike $expected
    }

    It 'warns about an undocumented sport type' {
        $null = Set-StravaActivity 5 -SportType Quidditch @server -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*Quidditch*'
        Get-Sent | Should -BeLike '*"sport_type":"Quidditch"*'
    }
}
