BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $token = ConvertTo-Secret 'fake-s3cret'
    $segment = '{"id":9007199254740993,"resource_state":3,"name":"Hawk Hill","activity_type":"Ride","distance":2684.82,"average_grade":5.7,"maximum_grade":14.2,"elevation_high":245.3,"elevation_low":92.4,"start_latlng":[37.8331119,-122.4834356],"city":"San Francisco","state":"CA","country":"United States","climb_category":1,"private":false,"total_elevation_gain":155.7,"effort_count":309974,"athlete_count":30623,"star_count":2428,"athlete_segment_stats":{"pr_elapsed_time":553,"pr_date":"1993-04-03","effort_count":2},"xoms":{"kom":"5:38"}}'
}

Describe 'Get-StravaSegment' {
    It 'gets segments by ID and by related objects: <name>' -ForEach @(
        @{ Name = 'an id'; Get = { param($server) Get-StravaSegment 9007199254740993 @server } }
        @{ Name = 'a segment'; Get = { param($server) [StravaTools.Client.Segments.StravaSegment]@{ Id = 9007199254740993 } | Get-StravaSegment @server } }
        @{ Name = 'an effort'; Get = { param($server) [StravaTools.Client.Segments.StravaEffort]@{ Id = 1; Segment = [StravaTools.Client.Segments.StravaSegment]@{ Id = 9007199254740993 } } | Get-StravaSegment @server } }
        @{ Name = 'an entry'; Get = { param($server) [StravaTools.Client.Segments.StravaLeaderboardEntry]@{ EffortId = 1; SegmentId = 9007199254740993 } | Get-StravaSegment @server } }
    ) {
        $canned = Start-CannedServer 200 $segment application/json
        $output = & $get @{ BaseUri = $canned.Url; AccessToken = $token }
        Stop-CannedServer $canned
        $canned.Requests.ToArray().Path | Should -Be '/api/v3/segments/9007199254740993'
        $output | Should -BeOfType StravaTools.Client.Segments.StravaSegment
        $output.Id | Should -Be 9007199254740993
        $output.AthleteSegmentStats.PrDate | Should -Be ([DateOnly]::new(1993, 4, 3))
        $output.ExtensionData['xoms'].ToString() | Should -Be '{"kom":"5:38"}'
        $output | Format-Table | Out-String -Width 120 | Should -BeLike '*9007199254740993 Ride*2.68*5.7*155.7*309974*0:09:13*Hawk Hill*'
        $output | Format-List | Out-String -Width 120 | Should -BeLike '*San Francisco, CA, United States*92.4 to 245.3*'
    }

    It 'skips a best effort, which has no segment' {
        [StravaTools.Client.Segments.StravaEffort]@{ Id = 1; Name = '400m' } | Get-StravaSegment -BaseUri 'http://127.0.0.1:1' -AccessToken $token | Should -BeNullOrEmpty
    }

    It 'writes an error for each unknown ID' {
        $canned = Start-CannedServer 404 '{"message":"Resource Not Found","errors":[]}' application/json
        Get-StravaSegment 1, 2 -BaseUri $canned.Url -AccessToken $token -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Stop-CannedServer $canned
        $errors.FullyQualifiedErrorId | Should -Be 'NotFound,StravaTools.PowerShell.Commands.GetStravaSegmentCommand', 'NotFound,StravaTools.PowerShell.Commands.GetStravaSegmentCommand'
        $errors.TargetObject | Should -Be 1, 2
    }

    It 'skips objects without the ID' {
        $null, @() | Get-StravaSegment -BaseUri 'http://127.0.0.1:1' -AccessToken $token | Should -BeNullOrEmpty
    }
}
