BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $secret = ConvertTo-Secret fake-client-secret
    $here = @{ BaseUri = $fake.Url }
    function Get-Id($Errors) { $Errors.FullyQualifiedErrorId -replace ',StravaTools.PowerShell.Commands.ConnectStravaCommand$' }
    # Sends what a browser sends after the athlete's choice, with the fields of the page.
    function Get-Redirected($Authorization, [hashtable]$Choice = @{ decision = 'allow' }) {
        $page = Invoke-WebRequest $Authorization.Url -MaximumRedirection 0 -SkipHttpErrorCheck -ErrorAction Ignore
        # An athlete who has granted these scopes before is not asked again.
        if ($page.Headers.Location) { return $page.Headers.Location[0] }
        $form = @{}
        foreach ($field in [regex]::Matches($page.Content, 'type="hidden" name="(\w+)" value="([^"]*)"')) {
            $form[$field.Groups[1].Value] = [System.Net.WebUtility]::HtmlDecode($field.Groups[2].Value)
        }
        $form.Remove('has_boxes')
        $Choice.Keys | ForEach-Object { $form[$_] = $Choice[$_] }
        (Invoke-WebRequest "$($fake.Url)oauth/authorize" -Method Post -Body $form -MaximumRedirection 0 -SkipHttpErrorCheck -ErrorAction Ignore).Headers.Location[0]
    }
}
AfterAll { Stop-FakeStrava; $env:STRAVATOOLS_TOKEN_STORE = $null }

Describe 'Connect-Strava' {
    BeforeEach { $env:STRAVATOOLS_TOKEN_STORE = Join-Path (New-TestFolder) 'tokens' }

    It 'waits for the browser, and then the other cmdlets need no token' {
        $shell = [powershell]::Create().AddScript("Import-Module '$Manifest'; Connect-Strava 1 (ConvertTo-SecureString fake-client-secret -AsPlainText) -NoBrowser -BaseUri $($fake.Url)")
        try {
            $run = $shell.BeginInvoke()
            Wait-Until { $shell.Streams.Information.Count -ge 1 -or $run.IsCompleted }
            $url = "$($shell.Streams.Information[0])" -replace '^.*?(http://\S+)$', '$1'
            (Invoke-WebRequest (Get-Redirected @{ Url = $url })).Content | Should -BeLike '*close this window*'
            $connection = $shell.EndInvoke($run)[0]
        }
        finally { $shell.Dispose() }
        $connection | Should -BeOfType StravaTools.Http.Authorization.OAuthConnection
        $connection.Scope | Should -Be 'read,activity:read_all,activity:write'
        $connection.IsRenewable | Should -BeTrue
        ($connection.ExpiresAt - [DateTimeOffset]::UtcNow).TotalHours | Should -BeGreaterThan 5.9

        (Send-StravaUpload (New-Gpx "$TestDrive/a.gpx") -Wait @here).Outcome | Should -Be Ready
        (Get-StravaAthlete @here).Id | Should -BeGreaterThan 0
    }

    It 'completes a login by hand and shows no secret' {
        $authorization = Connect-Strava 1 $secret -NoListener @here
        $authorization.Url.AbsoluteUri | Should -BeLike '*/oauth/authorize?approval_prompt=auto&response_type=code&client_id=1&*'
        $authorization.Url.Query | Should -Not -Match 'secret|code_challenge'
        $connection = $authorization | Connect-Strava -RedirectedUrl (Get-Redirected $authorization) @here
        if (-not $IsWindows) { (Get-Item $connection.TokenPath).UnixMode | Should -Be '-rw-------' }
        $token = (Get-Content $connection.TokenPath -Raw | ConvertFrom-Json).access_token
        $token | Should -Not -BeNullOrEmpty
        "$($connection | Format-List * -Force | Out-String) $authorization" | Should -Not -Match "$token|fake-client-secret"
    }

    It 'asks again with -Force, and only for the scopes of -Scope' {
        $authorization = Connect-Strava 1 $secret -NoListener -Scope read, activity:read -Force @here
        $authorization.Url.Query | Should -BeLike '*approval_prompt=force*scope=read%2Cactivity%3Aread&*'
        ($authorization | Connect-Strava -RedirectedUrl (Get-Redirected $authorization) @here).Scope | Should -Be 'read,activity:read'
        Send-StravaUpload (New-Gpx "$TestDrive/b.gpx") @here -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -BeLike 'MissingScope,*'
    }

    It 'throws <id> and stores nothing' -ForEach @(
        @{ Id = 'AuthorizationIncomplete'; Url = { Get-Redirected $authorization @{ decision = 'allow'; has_boxes = 1; allow_read = 1 } }; Text = '*activity:read_all, activity:write*' }
        @{ Id = 'AuthorizationDenied'; Url = { Get-Redirected $authorization @{ decision = 'deny' } }; Text = '*access_denied*' }
        @{ Id = 'AuthorizationForged'; Url = { 'http://127.0.0.1/callback?code=1&state=2' }; Text = '*' }
        @{ Id = 'AuthorizationRefused'; Url = { (Get-Redirected $authorization) -replace 'code=[^&]*', 'code=unknown' }; Text = '*AuthorizationCode code invalid*' }
    ) {
        $authorization = Connect-Strava 1 $secret -NoListener -Force @here
        $failure = try { $authorization | Connect-Strava -RedirectedUrl (& $url) @here } catch { $_ }
        Get-Id $failure | Should -Be $id
        "$failure" | Should -BeLike $text
        Get-ChildItem $env:STRAVATOOLS_TOKEN_STORE -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'a wrong secret is refused and not shown' {
        $authorization = Connect-Strava 1 (ConvertTo-Secret hush-hush) -NoListener -Force @here
        $failure = try { $authorization | Connect-Strava -RedirectedUrl (Get-Redirected $authorization) @here } catch { $_ }
        Get-Id $failure | Should -Be AuthorizationRefused
        "$failure $($failure | Format-List * -Force | Out-String)" | Should -Not -Match hush
    }

    It 'logs in with a refresh token, and the secret from <From>' -ForEach @(
        @{ From = 'a parameter'; Given = { @{ ClientId = '1'; ClientSecret = $secret } } }
        @{ From = 'a credential'; Given = { @{ Credential = [pscredential]::new('1', $secret) } } }
        @{ From = 'the environment'; Given = { $env:STRAVA_CLIENT_ID = '1'; $env:STRAVA_CLIENT_SECRET = "fake-client-secret`n"; @{} } }
        @{ From = 'a folder of credentials'; Given = {
                $env:CREDENTIALS_DIRECTORY = New-TestFolder
                $null = New-Text "$env:CREDENTIALS_DIRECTORY/STRAVA_CLIENT_SECRET" "fake-client-secret`n"
                @{ ClientId = '1' }
            }
        }
    ) {
        try {
            $first = Connect-Strava 1 $secret -NoListener -Force @here
            $first = $first | Connect-Strava -RedirectedUrl (Get-Redirected $first) @here
            $stored = Get-Content $first.TokenPath -Raw | ConvertFrom-Json
            $first.AthleteId | Should -BeGreaterThan 0
            $env:STRAVATOOLS_TOKEN_STORE = Join-Path (New-TestFolder) tokens
            $given = & $given
            $connection = ConvertTo-Secret "$($stored.refresh_token)`n" | Connect-Strava @given -Profile Robot @here
            $connection.Profile | Should -Be Robot
            "$($connection | Format-List * -Force | Out-String)" | Should -Not -Match "$($stored.refresh_token)|fake-client-secret"
            (Get-StravaAthlete -Profile robot @here).Id | Should -Be $first.AthleteId
            { Get-StravaAthlete @here } | Should -Throw -ErrorId 'NoAccessToken,*' -Because 'no other login exists'
        }
        finally { $env:STRAVA_CLIENT_ID = $env:STRAVA_CLIENT_SECRET = $env:CREDENTIALS_DIRECTORY = $null }
    }

    It 'names the variable of a missing <Missing>' -ForEach @(
        @{ Missing = 'client ID'; Given = @{}; Variable = 'STRAVA_CLIENT_ID' }
        @{ Missing = 'client secret'; Given = @{ ClientId = '1' }; Variable = 'STRAVA_CLIENT_SECRET' }
    ) {
        $failure = try { Connect-Strava -RefreshToken (ConvertTo-Secret x) @given @here } catch { $_ }
        Get-Id $failure | Should -Be LoginValueMissing
        "$failure" | Should -BeLike "*$missing*$variable*"
    }

    It 'takes the refresh token and the application from SecretManagement, as the documents show' {
        # Plays Microsoft.PowerShell.SecretManagement with its default vault.
        $vault = New-Module SecretManagement {
            function Get-Secret([Parameter(Mandatory)] [string]$Name) {
                if ($Name -eq 'StravaRefreshToken') { return ConvertTo-SecureString fake-refresh-token -AsPlainText -Force }
                [pscredential]::new('1', (ConvertTo-SecureString fake-client-secret -AsPlainText -Force))
            }
        }
        $env:STRAVA_BASE_URI = $fake.Url
        $line = [regex]::Match((Get-Content $RepositoryRoot/module/docs/concepts/tokens.md -Raw), '(?m)^ *(Get-Secret .*Connect-Strava.*)$').Groups[1].Value
        try {
            (Invoke-Expression $line).IsRenewable | Should -BeTrue
            (Get-StravaAthlete).Id | Should -Be 227615
        }
        finally { Remove-Module $vault; $env:STRAVA_BASE_URI = $null }
    }

    It 'uses -Profile even if a token is in the environment' {
        $authorization = Connect-Strava 1 $secret -NoListener -Force @here
        $null = $authorization | Connect-Strava -RedirectedUrl (Get-Redirected $authorization) -Profile club @here
        $env:STRAVA_ACCESS_TOKEN = 'fake-stale'
        try {
            (Get-StravaAthlete -Profile club @here).Id | Should -BeGreaterThan 0
            $folder = New-TestFolder
            (Get-Item (New-Gpx "$folder/planned.gpx" -WithoutTimes)).LastWriteTimeUtc = "2026-01-01"
            (Sync-StravaFolder $folder -LedgerPath (New-TestFolder) -Profile club -PassSummary @here).ErrorId | Should -BeNullOrEmpty
            (Sync-StravaFolder $folder -LedgerPath (New-TestFolder) -PassSummary @here).ErrorId | Should -Be NotAuthorized
            Disconnect-Strava -Profile club @here
            Get-StravaConnection -Profile club @here | Should -BeNullOrEmpty
        }
        finally { $env:STRAVA_ACCESS_TOKEN = $null }
    }

    It 'waits on Ctrl+C until a renewed token is stored' {
        $authorization = Connect-Strava 1 $secret -NoListener -Force @here
        $connection = $authorization | Connect-Strava -RedirectedUrl (Get-Redirected $authorization) @here
        $stored = Get-Content $connection.TokenPath -Raw | ConvertFrom-Json
        $stored.expires_at = '1970-01-01T00:00:00+00:00'
        $stored | ConvertTo-Json | Set-Content $connection.TokenPath
        $null = Add-FakeStravaFault -Route /oauth/token -Delay 0:0:1 -Server $fake
        $stopped = Stop-InMidst "`$env:STRAVATOOLS_TOKEN_STORE = '$env:STRAVATOOLS_TOKEN_STORE'; Get-StravaAthlete -BaseUri $($fake.Url)" { Test-Path "$($connection.TokenPath).*.tmp" }
        $stopped.WasRunning | Should -BeTrue
        (Get-Content $connection.TokenPath -Raw | ConvertFrom-Json).expires_at.Year | Should -BeGreaterThan 1970
        Get-ChildItem "$($connection.TokenPath).*.tmp" | Should -BeNullOrEmpty
        (Get-StravaAthlete @here).Id | Should -Be 227615
    }

    It 'completes scopes' {
        (TabExpansion2 'Connect-Strava 1 $secret -Scope activity:').CompletionMatches.CompletionText | Should -Be 'activity:read', 'activity:read_all', 'activity:write'
    }
}
