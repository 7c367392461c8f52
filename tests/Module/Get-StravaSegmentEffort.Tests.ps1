BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $token = ConvertTo-Secret 'fake-s3cret'
    $page = '[{"id":9007199254740993,"resource_state":2,"name":"Hawk Hill","activity":{"id":46320211},"athlete":{"id":123529},"elapsed_time":553,"moving_time":553,"start_date":"2013-03-29T13:49:35Z","start_date_local":"2013-03-29T06:49:35Z","distance":2659.89,"average_heartrate":171.4,"average_cadence":78.6,"average_watts":287.1,"device_watts":true,"segment":{"id":7},"achievements":[{"type_id":2,"type":"overall","rank":1}],"visibility":"everyone"}]'
}

Describe 'Get-StravaSegmentEffort' {
    It 'lists efforts until a page has no new ones' {
        $canned = Start-CannedServer 200 $page application/json
        $output = Get-StravaSegmentEffort 7 -AthleteId 123529 -BaseUri $canned.Url -AccessToken $token
        Stop-CannedServer $canned
        $canned.Requests.ToArray().Path | Should -Be '/api/v3/segments/7/all_efforts?athlete_id=123529&per_page=200&page=1', '/api/v3/segments/7/all_efforts?athlete_id=123529&per_page=200&page=2'
        $output | Should -BeOfType StravaTools.Client.Segments.StravaEffort
        $output.Id | Should -Be 9007199254740993
        $output.AverageWatts | Should -Be 287.1
        $output.ExtensionData['visibility'].ToString() | Should -Be 'everyone'
        $output | Format-Table | Out-String -Width 120 | Should -BeLike '*9007199254740993*2013-03-29 06:49*0:09:13*2.66*46320211*Hawk Hill*'
        $output | Format-List | Out-String -Width 120 | Should -BeLike '*Athlete *: 123529*heart rate*: 171*overall 1*'
    }

    It 'requests no more than -First' {
        $canned = Start-CannedServer 200 $page application/json
        Get-StravaSegmentEffort 7 -First 1 -BaseUri $canned.Url -AccessToken $token | Should -HaveCount 1
        Stop-CannedServer $canned
        $canned.Requests.ToArray().Path | Should -Be '/api/v3/segments/7/all_efforts?per_page=1&page=1'
    }

    It 'writes an error for each unknown ID' {
        $canned = Start-CannedServer 404 '{"message":"Resource Not Found","errors":[]}' application/json
        Get-StravaSegmentEffort 1, 2 -BaseUri $canned.Url -AccessToken $token -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Stop-CannedServer $canned
        $errors.FullyQualifiedErrorId | Should -Be 'NotFound,StravaTools.PowerShell.Commands.GetStravaSegmentEffortCommand', 'NotFound,StravaTools.PowerShell.Commands.GetStravaSegmentEffortCommand'
        $errors.TargetObject | Should -Be 1, 2
    }

    It 'skips objects without the ID' {
        $null, @() | Get-StravaSegmentEffort -BaseUri 'http://127.0.0.1:1' -AccessToken $token | Should -BeNullOrEmpty
    }
}
