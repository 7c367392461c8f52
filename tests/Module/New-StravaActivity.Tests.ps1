BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $server = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
}
AfterAll { Stop-FakeStrava }

Describe 'New-StravaActivity' {
    It 'creates an activity with all parameters' {
        $about = @{ Description = 'in the hall'; Distance = 1500.5; Trainer = $true; Commute = $true }
        $activity = New-StravaActivity -Name 'Früh' -SportType swim -StartTime '2026-01-01 06:30' -ElapsedTime '0:45:10' @about @server
        $activity | Should -BeOfType StravaTools.Client.Activities.StravaActivity
        $activity.Name | Should -Be 'Früh'
        $activity.SportType | Should -BeExactly 'Swim'
        $activity.ElapsedTime | Should -Be 2710
        $activity.Distance | Should -Be 1500.5
        $activity.Trainer | Should -BeTrue
        $activity.Commute | Should -BeTrue
        $activity.Manual | Should -BeTrue
        $activity.ActivityUrl | Should -Be "$($fake.Url)activities/$($activity.Id)"
        (Get-FakeActivity $fake).id | Should -Contain $activity.Id
    }

    It 'sends the local time of <name>' -ForEach @(
        @{ Name = 'a text'; Time = '2026-02-01 07:30' }
        @{ Name = 'a text with an offset'; Time = '2026-02-02T07:30:00+05:30' }
        @{ Name = 'a local time'; Time = [datetime]'2026-02-03 07:30' }
        @{ Name = 'a time in UTC'; Time = [datetime]::SpecifyKind([datetime]'2026-02-04 07:30', 'Utc') }
        @{ Name = 'a time with an offset'; Time = [datetimeoffset]'2026-02-05T07:30:00-08:00' }
    ) {
        (New-StravaActivity Walk Walk $time 0:30:00 @server).StartDateLocal.ToString('HH:mm') | Should -Be '07:30'
    }

    It 'reads <name> as <seconds> seconds' -ForEach @(
        @{ Day = 1; Name = 'a number'; Value = 5400; Seconds = 5400 }
        @{ Day = 3; Name = 'a number in a text'; Value = '90'; Seconds = 90 }
        @{ Day = 5; Name = 'h:mm:ss'; Value = '1:02:03'; Seconds = 3723 }
        @{ Day = 7; Name = 'h:mm:ss with more than 24 hours'; Value = '26:00:00'; Seconds = 93600 }
        @{ Day = 9; Name = 'h:mm:ss with 26 hours and a half'; Value = '26:30:00'; Seconds = 95400 }
        @{ Day = 11; Name = 'a TimeSpan as text'; Value = '1.02:00:00'; Seconds = 93600 }
        @{ Day = 13; Name = 'a TimeSpan'; Value = New-TimeSpan -Minutes 10; Seconds = 600 }
    ) {
        (New-StravaActivity Walk Walk "2026-06-$('{0:00}' -f $day) 07:30" $value @server).ElapsedTime | Should -Be $seconds
    }

    It 'refuses <_> as a duration, and says what is expected' -ForEach '1:30', 'soon', '-60', '1:60:00' {
        { New-StravaActivity Walk Walk '2026-03-05 07:30' $_ @server } | Should -Throw "*'$_' is not a duration. Use h:mm:ss*"
    }

    It 'sends custom data' -Tag 'Clause:PA-044' {
        $canned = Start-CannedServer 201 '{"id":7}' 'application/json'
        $null = New-StravaActivity Walk Walk '2026-03-01 07:30' 60 -CustomData @{ rpe = 7.5 } -BaseUri $canned.Url -AccessToken $server.AccessToken
        $body = [System.Text.Encoding]::UTF8.GetString($canned.Requests.ToArray()[0].Bytes)
        Stop-CannedServer $canned
        $body | Should -BeLike '*rpe=7.5*'
        $body | Should -BeLike '*start_date_local=2026-03-01T07%3A30%3A00Z*'
    }

    It 'sets the visibility or leaves it to the athlete: <name>' -ForEach @(
        @{ Name = '-Private'; About = @{ Private = $true }; Expected = '*&private=1*' }
        @{ Name = '-Private:$false'; About = @{ Private = $false }; Expected = '*&private=0*' }
        @{ Name = 'a CSV'; About = @{ Private = 'yes' }; Expected = '*&private=1*' }
    ) {
        $canned = Start-CannedServer 201 '{"id":7}' 'application/json'
        $null = [pscustomobject]$about | New-StravaActivity Walk Walk '2026-03-01 07:30' 60 -BaseUri $canned.Url -AccessToken $server.AccessToken
        $null = New-StravaActivity Walk Walk '2026-03-01 07:30' 60 -BaseUri $canned.Url -AccessToken $server.AccessToken
        $bodies = $canned.Requests.ToArray() | ForEach-Object { [System.Text.Encoding]::UTF8.GetString($_.Bytes) }
        Stop-CannedServer $canned
        $bodies[0] | Should -BeLike $expected
        $bodies[1] | Should -Not -BeLike '*private*'
    }

    It 'creates a private activity' {
        (New-StravaActivity Walk Walk '2026-03-02 07:30' 60 -Private @server).Private | Should -BeTrue
    }

    It 'warns if the server ignored -Private' {
        $canned = Start-CannedServer 201 '{"id":7,"private":false}' 'application/json'
        $null = New-StravaActivity Walk Walk '2026-03-01 07:30' 60 -Private -BaseUri $canned.Url -AccessToken $server.AccessToken -WarningVariable warnings -WarningAction SilentlyContinue
        Stop-CannedServer $canned
        "$warnings" | Should -BeLike "The server ignored -Private of activity 7.*"
    }

    It 'rejects custom data that would replace a parameter and continues: CustomDataNameReserved' {
        $rows = @{ rpe = 1; Name = 'evil' }, @{ rpe = 2 } | ForEach-Object { [pscustomobject]@{ StartTime = '2026-03-03 07:30'; CustomData = $_ } }
        $created = $rows | New-StravaActivity -Name Walk -SportType Walk -ElapsedTime 60 @server -ErrorAction SilentlyContinue -ErrorVariable errors
        @($created).Count | Should -Be 1
        $errors.FullyQualifiedErrorId | Should -Be 'CustomDataNameReserved,StravaTools.PowerShell.Commands.NewStravaActivityCommand'
        $errors.CategoryInfo.Category | Should -Be InvalidArgument
    }

    It 'rejects custom data with the same name twice and continues: CustomDataNameRepeated' {
        $repeated = [hashtable]::new()
        $repeated[1] = 'a'
        $repeated['1'] = 'b'
        $rows = $repeated, @{ rpe = 2 } | ForEach-Object { [pscustomobject]@{ StartTime = '2026-03-04 07:30'; CustomData = $_ } }
        $created = $rows | New-StravaActivity -Name Walk -SportType Walk -ElapsedTime 60 @server -ErrorAction SilentlyContinue -ErrorVariable errors
        @($created).Count | Should -Be 1
        $errors.FullyQualifiedErrorId | Should -Be 'CustomDataNameRepeated,StravaTools.PowerShell.Commands.NewStravaActivityCommand'
        "$errors" | Should -BeLike "*The custom field '1' is specified twice.*"
    }

    It 'reads a CSV: one activity per row' {
        $rows = 'Name,SportType,StartTime,ElapsedTime,Distance,Commute', 'Morning,Walk,2026-04-01 07:30,1800,2500.5,true', 'Evening,Yoga,2026-04-01 19:00,0:45:00,,' | ConvertFrom-Csv
        $activities = $rows | New-StravaActivity @server
        $activities.Name | Should -Be 'Morning', 'Evening'
        $activities.ElapsedTime | Should -Be 1800, 2700
        $activities[0].Distance | Should -Be 2500.5
        $activities.Commute | Should -Be $true, $false
    }

    It '-WhatIf creates and emits nothing' {
        $before = @(Get-FakeActivity $fake).Count
        New-StravaActivity Walk Walk '2026-05-01 07:30' 60 -WhatIf @server | Should -BeNullOrEmpty
        @(Get-FakeActivity $fake).Count | Should -Be $before
    }

    It 'warns about an undocumented sport type' {
        $null = New-StravaActivity Walk Quidditch '2026-05-02 07:30' 60 @server -WarningVariable warnings -WarningAction SilentlyContinue -ErrorAction SilentlyContinue
        "$warnings" | Should -BeLike "*'Quidditch' is not a sport type*"
    }

    It 'writes <id> for a response <status> and continues' -ForEach @(
        @{ Id = 'ActivityTimeConflict'; Status = 409; Category = 'ResourceExists' }
        @{ Id = 'NotFound'; Status = 404; Category = 'ObjectNotFound' }
        @{ Id = 'FateUnknown'; Status = 500; Category = 'OperationTimeout' }
    ) {
        $rows = 1..2 | ForEach-Object { [pscustomobject]@{ Name = "Walk $_"; SportType = 'Walk'; StartTime = '2026-05-03 07:30'; ElapsedTime = 3600 } }
        $canned = Start-CannedServer $status '<html><body>No</body></html>'
        $rows | New-StravaActivity -BaseUri $canned.Url -AccessToken $server.AccessToken -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Stop-CannedServer $canned
        $errors.FullyQualifiedErrorId | Should -BeLike "$id,StravaTools.PowerShell.Commands.NewStravaActivityCommand"
        $errors.TargetObject | Should -Be 'Walk 1', 'Walk 2'
        $errors[0].CategoryInfo.Category | Should -Be $category
    }

    It 'writes NotAuthorized for a refused token' {
        New-StravaActivity Walk Walk '2026-05-04 07:30' 60 -BaseUri $fake.Url -AccessToken (ConvertTo-Secret wrong) -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -Be 'NotAuthorized,StravaTools.PowerShell.Commands.NewStravaActivityCommand'
    }

    It 'needs no token for -WhatIf' { New-StravaActivity Walk Walk '2026-05-04 07:30' 60 -WhatIf | Should -BeNullOrEmpty }

    It 'throws without a token' {
        { New-StravaActivity Walk Walk '2026-05-04 07:30' 60 } | Should -Throw -ErrorId 'NoAccessToken,StravaTools.PowerShell.Commands.NewStravaActivityCommand'
    }
}
