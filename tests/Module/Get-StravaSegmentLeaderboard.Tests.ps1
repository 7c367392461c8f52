BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $token = ConvertTo-Secret 'fake-s3cret'
    $page = '{"effort_count":7037,"entry_count":2,"entries":[{"athlete_name":"Jim Whimpey","athlete_id":9007199254740993,"athlete_gender":"M","average_hr":190.5,"average_watts":460.8,"distance":2659.89,"elapsed_time":360,"moving_time":360,"start_date":"2013-03-29T13:49:35Z","start_date_local":"2013-03-29T06:49:35Z","activity_id":46320211,"effort_id":80137700,"rank":1},{"athlete_name":"Chris Zappala","athlete_id":123529,"athlete_gender":"M","average_hr":190.5,"average_watts":460.8,"distance":2659.89,"elapsed_time":360,"moving_time":360,"start_date":"2013-03-29T13:49:35Z","start_date_local":"2013-03-29T06:49:35Z","activity_id":46320211,"effort_id":80137700,"rank":2}]}'
}

Describe 'Get-StravaSegmentLeaderboard' {
    It 'lists a leaderboard until a page has no new entries' {
        $canned = Start-CannedServer 200 $page application/json
        $output = Get-StravaSegmentLeaderboard 9007199254740993 -BaseUri $canned.Url -AccessToken $token
        Stop-CannedServer $canned
        $canned.Requests.ToArray().Path | Should -Be '/api/v3/segments/9007199254740993/leaderboard?page=1&per_page=200', '/api/v3/segments/9007199254740993/leaderboard?page=2&per_page=200'
        $output | Should -BeOfType StravaTools.Client.Segments.StravaLeaderboardEntry
        $output.AthleteId | Should -Be 9007199254740993, 123529
        $output.SegmentId | Should -Be 9007199254740993, 9007199254740993
        $output | Out-String -Width 120 | Should -BeLike '*1*0:06:00*2.66*191*461*2013-03-29*46320211*Jim Whimpey*'
        $output | Format-List | Out-String -Width 120 | Should -BeLike '*Segment *: 9007199254740993*2013-03-29 06:49*'
        $output | Format-List | Out-String -Width 120 | Should -BeLike '*Jim Whimpey, 9007199254740993*'
    }

    It 'requests no more than -First' {
        $canned = Start-CannedServer 200 $page application/json
        Get-StravaSegmentLeaderboard 7 -First 1 -BaseUri $canned.Url -AccessToken $token | Should -HaveCount 1
        Stop-CannedServer $canned
        $canned.Requests.ToArray().Path | Should -Be '/api/v3/segments/7/leaderboard?page=1&per_page=1'
    }

    It 'emits entries that other cmdlets accept: <name>' -ForEach @(
        @{ Name = 'Get-StravaAthlete'; Path = '/api/v3/athletes/3' }
        @{ Name = 'Get-StravaActivity'; Path = '/api/v3/activities/4' }
        @{ Name = 'Get-StravaSegment'; Path = '/api/v3/segments/5' }
    ) {
        $entry = [StravaTools.Client.Segments.StravaLeaderboardEntry]@{ AthleteId = 3; ActivityId = 4; SegmentId = 5; EffortId = 6 }
        $canned = Start-CannedServer 200 '{"id":1}' application/json
        $null = $entry | & $name -BaseUri $canned.Url -AccessToken $token
        $null = $entry | Select-Object * | ConvertTo-Csv | ConvertFrom-Csv | & $name -BaseUri $canned.Url -AccessToken $token
        Stop-CannedServer $canned
        $canned.Requests.ToArray().Path | Should -Be $path, $path
    }

    It 'writes an error for each unknown ID' {
        $canned = Start-CannedServer 404 '{"message":"Resource Not Found","errors":[]}' application/json
        Get-StravaSegmentLeaderboard 1, 2 -BaseUri $canned.Url -AccessToken $token -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Stop-CannedServer $canned
        $errors.FullyQualifiedErrorId | Should -Be 'NotFound,StravaTools.PowerShell.Commands.GetStravaSegmentLeaderboardCommand', 'NotFound,StravaTools.PowerShell.Commands.GetStravaSegmentLeaderboardCommand'
        $errors.TargetObject | Should -Be 1, 2
    }

    It 'skips objects without the ID' {
        $null, @() | Get-StravaSegmentLeaderboard -BaseUri 'http://127.0.0.1:1' -AccessToken $token | Should -BeNullOrEmpty
    }
}
