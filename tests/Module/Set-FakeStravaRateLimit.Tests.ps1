BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $athlete = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
}
AfterAll { Stop-FakeStrava }

Describe 'Set-FakeStravaRateLimit' {
    AfterEach { Reset-FakeStrava Limits }

    It 'leaves a number of requests' {
        $limit = Set-FakeStravaRateLimit 1
        "$($limit.ReadQuarterHour)" | Should -Be '99 of 100'
        (Get-StravaAthlete @athlete).Id | Should -Be 227615
        Get-StravaAthlete @athlete -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors[0].CategoryInfo.Category | Should -Be LimitsExceeded
    }

    It 'changes only the limits that are specified' {
        $limit = Set-FakeStravaRateLimit -QuarterHour 600 -Server $fake
        $limit.QuarterHour.Limit, $limit.Daily.Limit | Should -Be 600, 2000
    }

    It '-WhatIf changes nothing' {
        Set-FakeStravaRateLimit 0 -WhatIf | Should -BeNullOrEmpty
        (Get-StravaAthlete @athlete).Id | Should -Be 227615
    }
}
