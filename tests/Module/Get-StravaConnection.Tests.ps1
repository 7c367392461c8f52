BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $env:STRAVATOOLS_TOKEN_STORE = Join-Path (New-TestFolder) tokens
    $server = 'http://127.0.0.1:9/'
    # A login as Connect-Strava stores it. No request is sent.
    function Save-Login([string]$Profile = '', [string]$Expires = '2099-01-01T00:00:00+00:00') {
        $null = New-Item $env:STRAVATOOLS_TOKEN_STORE -ItemType Directory -Force
        $path = Join-Path $env:STRAVATOOLS_TOKEN_STORE "strava-127.0.0.1-9$Profile.json"
        $null = New-Text $path (@{
                access_token = 'CANARY-access'; refresh_token = 'CANARY-refresh'; client_secret = 'CANARY-secret'; client_id = '12'; athlete_id = 34
                expires_at = $Expires; scope = 'read'
            } | ConvertTo-Json)
        if (-not $IsWindows) { chmod 700 $env:STRAVATOOLS_TOKEN_STORE; chmod 600 $path }
    }
}
AfterAll { $env:STRAVATOOLS_TOKEN_STORE = $env:STRAVA_ACCESS_TOKEN = $env:STRAVA_PROFILE = $null }

Describe 'Get-StravaConnection' {
    It 'returns nothing if there is no login' {
        Get-StravaConnection -BaseUri $server | Should -BeNullOrEmpty
        Get-StravaConnection -BaseUri $server -Profile club | Should -BeNullOrEmpty
    }

    It 'lists the logins and the variable, marks the default, and shows no secret' {
        Save-Login
        Save-Login '~club' '2020-01-01T00:00:00+00:00'
        $found = Get-StravaConnection -BaseUri $server
        $found.Profile | Should -Be $null, 'club'
        $found.IsDefault | Should -Be $true, $false
        $found[0] | Select-Object AthleteId, ClientId, Scope, IsRenewable, Source, @{ n = 'Year'; e = { $_.ExpiresAt.Year } } | ForEach-Object { "$_" } |
            Should -Be '@{AthleteId=34; ClientId=12; Scope=read; IsRenewable=True; Source=Connect-Strava; Year=2099}'

        $env:STRAVA_PROFILE = 'CLUB'
        (Get-StravaConnection -BaseUri $server).IsDefault | Should -Be $false, $true
        $env:STRAVA_ACCESS_TOKEN = 'CANARY-token'
        $all = Get-StravaConnection -BaseUri $server
        $all.Source | Should -Be STRAVA_ACCESS_TOKEN, Connect-Strava, Connect-Strava
        $all.IsDefault | Should -Be $true, $false, $false
        (Get-StravaConnection -BaseUri $server -Profile club).Profile | Should -Be club
        "$($all | Format-List * -Force | Out-String) $($all | Out-String) $($all | ConvertTo-Json -Depth 6)" | Should -Not -Match CANARY
    }

    It 'reports a damaged login and lists the others' {
        $env:STRAVA_ACCESS_TOKEN = $null
        $null = New-Text "$env:STRAVATOOLS_TOKEN_STORE/strava-127.0.0.1-9~broken.json" '{'
        if (-not $IsWindows) { chmod 600 "$env:STRAVATOOLS_TOKEN_STORE/strava-127.0.0.1-9~broken.json" }
        $found = Get-StravaConnection -BaseUri $server -ErrorAction SilentlyContinue -ErrorVariable errors
        $found.Profile | Should -Be $null, 'club'
        $errors.FullyQualifiedErrorId | Should -BeLike 'TokenStoreUnusable,*'
    }

    It 'completes the profiles of the server' {
        (TabExpansion2 "Get-StravaAthlete -BaseUri $server -Profile cl").CompletionMatches.CompletionText | Should -Be club
        (TabExpansion2 'Get-StravaAthlete -BaseUri http:// -Profile cl').CompletionMatches.CompletionText | Should -Not -Contain club
    }
}
