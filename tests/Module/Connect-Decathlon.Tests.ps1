BeforeAll {
    . $PSScriptRoot/Shared.ps1
    # The shortest lifetime: tokens are renewed a minute before they expire.
    $fake = Start-FakeStrava -DecathlonTokenLifetime 60
    $key = @{ BaseUri = $fake.Url; ApiKey = ConvertTo-Secret $fake.DecathlonApiKey }
    function Get-Id($Errors) { $Errors.FullyQualifiedErrorId -replace ',StravaTools.PowerShell.Commands.ConnectDecathlonCommand$' }
    # Acts as the browser.
    function Get-Redirected($Authorization) { (Invoke-WebRequest $Authorization.Url -MaximumRedirection 0 -SkipHttpErrorCheck -ErrorAction Ignore).Headers.Location[0] }
}
AfterAll { Stop-FakeStrava; $env:STRAVATOOLS_TOKEN_STORE = $null }

Describe 'Connect-Decathlon' {
    BeforeEach { $env:STRAVATOOLS_TOKEN_STORE = Join-Path (New-TestFolder) 'tokens' }

    It 'waits for the browser, and the other cmdlets renew the token in the middle of a batch' {
        $shell = [powershell]::Create().AddScript("Import-Module '$Manifest'; Connect-Decathlon fake-client -NoBrowser -BaseUri $($fake.Url)")
        try {
            $run = $shell.BeginInvoke()
            Wait-Until { $shell.Streams.Information.Count -ge 1 -or $run.IsCompleted }
            (Invoke-WebRequest ("$($shell.Streams.Information[0])" -replace '^.*?(http://\S+)$', '$1')).Content | Should -BeLike '*close this window*'
            $connection = $shell.EndInvoke($run)[0]
        }
        finally { $shell.Dispose() }
        $connection | Should -BeOfType StravaTools.Http.Authorization.OAuthConnection
        $connection.IsRenewable | Should -BeTrue
        $connection.TokenPath | Should -BeLike "$env:STRAVATOOLS_TOKEN_STORE*"

        $first = Get-Content $connection.TokenPath -Raw
        $Photo, $Photo, $Photo | Send-DecathlonFile @key -ErrorVariable errors | Should -HaveCount 3
        $errors | Should -BeNullOrEmpty
        Get-Content $connection.TokenPath -Raw | Should -Not -Be $first
    }

    It 'completes a login by hand and protects the tokens' {
        $authorization = Connect-Decathlon fake-client -NoListener -RedirectUri https://example.com/callback -BaseUri $fake.Url
        $authorization.Url.Query | Should -BeLike '*code_challenge_method=S256*'
        $connection = $authorization | Connect-Decathlon -RedirectedUrl (Get-Redirected $authorization) -BaseUri $fake.Url
        $connection.ClientId | Should -Be fake-client
        if (-not $IsWindows) { (Get-Item $connection.TokenPath).UnixMode | Should -Be '-rw-------' }
        "$($connection | Format-List * -Force | Out-String) $authorization" | Should -Not -Match 'fake-access|fake-refresh'
        (Get-DecathlonActivity eu2a8ff4b670340f5144 @key).Name | Should -Be 'Morning Ride'
    }

    It 'throws <id>' -ForEach @(
        @{ Id = 'AuthorizationForged'; Url = { 'https://example.com/callback?code=1&state=2' } }
        @{ Id = 'AuthorizationRefused'; Url = { (Get-Redirected $authorization) -replace 'code=[^&]*', 'code=unknown' } }
        @{ Id = 'AuthorizationDenied'; Url = { (Get-Redirected $authorization) -replace 'code=[^&]*', 'error=access_denied' } }
    ) {
        $authorization = Connect-Decathlon fake-client -NoListener -BaseUri $fake.Url
        $failure = try { $authorization | Connect-Decathlon -RedirectedUrl (& $url) -BaseUri $fake.Url } catch { $_ }
        Get-Id $failure | Should -Be $id
        Get-ChildItem $env:STRAVATOOLS_TOKEN_STORE -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'times out if the browser does not return' {
        $failure = try { Connect-Decathlon fake-client -NoBrowser -TimeoutSeconds 1 -BaseUri $fake.Url 6>$null } catch { $_ }
        Get-Id $failure | Should -Be AuthorizationTimedOut
    }

    It 'Ctrl+C stops the wait within a second' {
        $stopped = Stop-InMidst "Connect-Decathlon fake-client -NoBrowser -BaseUri $($fake.Url)" { $args[0].Streams.Information.Count -ge 1 }
        $stopped.WasRunning | Should -BeTrue
        $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
    }
}
