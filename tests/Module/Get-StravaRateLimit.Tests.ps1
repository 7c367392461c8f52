BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $token = ConvertTo-Secret 'fake-s3cret'
    $headers = @{ 'X-Ratelimit-Limit' = '200,2000'; 'X-RateLimit-Usage' = '201,780'; 'X-ReadRateLimit-Limit' = '100,1000'; 'X-Readratelimit-Usage' = ',' }
}

Describe 'Get-StravaRateLimit' {
    It 'shows limits, usage, and when the windows reset' {
        $canned = Start-CannedServer 200 '{"id":1}' application/json -Headers $headers
        $limit = Get-StravaRateLimit -BaseUri $canned.Url -AccessToken $token
        Stop-CannedServer $canned
        $limit | Should -BeOfType StravaTools.Client.StravaRateLimit
        $limit.FifteenMinutes.IsUsedUp | Should -BeTrue
        $limit.Daily.Remaining | Should -Be 1220
        $limit.ReadDaily.Limit | Should -Be 1000
        $limit.ReadDaily.Usage | Should -BeNullOrEmpty
        $limit.ReadDaily.IsUsedUp | Should -BeFalse
        $limit.DailyResetAt.TimeOfDay | Should -Be ([timespan]::Zero)
        $limit | Out-String -Width 120 | Should -BeLike '*201 of 200*780 of 2,000*unknown of 100*'
    }

    It 'shows the usage with a warning if the limit is exceeded' {
        $canned = Start-CannedServer 429 '{"message":"Rate Limit Exceeded"}' application/json -Headers $headers
        $limit = Get-StravaRateLimit -BaseUri $canned.Url -AccessToken $token -WarningVariable warnings -WarningAction SilentlyContinue -ErrorVariable errors
        Stop-CannedServer $canned
        $limit.FifteenMinutes.Usage | Should -Be 201
        "$warnings" | Should -BeLike '*is used up until*'
        $errors | Should -BeNullOrEmpty
    }

    It 'warns about a server that reports no limits' {
        $canned = Start-CannedServer 200 '{"id":1}' application/json
        Get-StravaRateLimit -BaseUri $canned.Url -AccessToken $token -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        Stop-CannedServer $canned
        "$warnings" | Should -BeLike '*did not report any rate limits*'
    }

    It 'writes an error for a refused token' {
        $canned = Start-CannedServer 401 '{"message":"Authorization Error"}' application/json
        Get-StravaRateLimit -BaseUri $canned.Url -AccessToken $token -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        Stop-CannedServer $canned
        $errors.FullyQualifiedErrorId | Should -Be 'NotAuthorized,StravaTools.PowerShell.Commands.GetStravaRateLimitCommand'
    }
}
