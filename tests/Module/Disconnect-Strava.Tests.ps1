BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $here = @{ BaseUri = $fake.Url }
    function Connect-Fake {
        $authorization = Connect-Strava 1 (ConvertTo-Secret fake-client-secret) -NoListener -Force @here
        $query = [System.Web.HttpUtility]::ParseQueryString($authorization.Url.Query)
        $form = @{ decision = 'allow' }
        $query.AllKeys | ForEach-Object { $form[$_] = $query[$_] }
        $answer = Invoke-WebRequest "$($fake.Url)oauth/authorize" -Method Post -Body $form -MaximumRedirection 0 -SkipHttpErrorCheck -ErrorAction Ignore
        $authorization | Connect-Strava -RedirectedUrl $answer.Headers.Location[0] @here
    }
}
AfterAll { Stop-FakeStrava; $env:STRAVATOOLS_TOKEN_STORE = $null }

Describe 'Disconnect-Strava' {
    BeforeEach { $env:STRAVATOOLS_TOKEN_STORE = Join-Path (New-TestFolder) 'tokens' }

    It 'revokes the tokens on the server and deletes them locally' {
        $path = (Connect-Fake).TokenPath
        $token = (Get-Content $path -Raw | ConvertFrom-Json).access_token
        Get-StravaAthlete @here | Should -Not -BeNullOrEmpty
        Disconnect-Strava @here | Should -BeNullOrEmpty
        $path | Should -Not -Exist
        { Get-StravaAthlete @here -ErrorAction Stop } | Should -Throw -ErrorId 'NoAccessToken,StravaTools.PowerShell.Commands.GetStravaAthleteCommand'
        { Get-StravaAthlete @here -AccessToken (ConvertTo-Secret $token) -ErrorAction Stop } | Should -Throw -ErrorId 'NotAuthorized,*'
    }

    It 'keeps the tokens with -WhatIf' {
        $path = (Connect-Fake).TokenPath
        Disconnect-Strava @here -WhatIf
        $path | Should -Exist
    }

    It 'keeps the tokens if the request fails' {
        $path = (Connect-Fake).TokenPath
        $canned = Start-CannedServer 503 '{}' application/json
        Copy-Item $path ($path -replace "-$(([uri]$fake.Url).Port)", "-$(([uri]$canned.Url).Port)")
        { Disconnect-Strava -BaseUri $canned.Url } | Should -Throw -ErrorId 'ServerFailed,*'
        Stop-CannedServer $canned
        (Get-ChildItem $env:STRAVATOOLS_TOKEN_STORE -Filter *.json).Count | Should -Be 2
    }

    It 'warns if there is no login' {
        Disconnect-Strava @here -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike 'There is no login at*'
    }
}
