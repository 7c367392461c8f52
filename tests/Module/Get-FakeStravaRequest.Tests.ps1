BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $secret = ConvertTo-Secret $fake.AccessToken
    $null = Get-StravaAthlete -BaseUri $fake.Url -AccessToken $secret
    $null = Get-StravaAthlete 5 -BaseUri $fake.Url -AccessToken $secret -ErrorAction Ignore
}
AfterAll { Stop-FakeStrava }

Describe 'Get-FakeStravaRequest' {
    It 'returns the requests in their order' {
        $requests = Get-FakeStravaRequest
        $requests.Number | Should -Be 1, 2
        $requests[0].Operation | Should -Be getAthlete
        $requests[0].Url | Should -Be /api/v3/athlete
        "$($requests[0])" | Should -Be 'GET /api/v3/athlete 200'
        $requests[0].Headers.Authorization | Should -Not -Match $fake.AccessToken
    }

    It 'selects by endpoint, method, and status' {
        (Get-FakeStravaRequest getAthleteById).Number | Should -Be 2
        (Get-FakeStravaRequest -Status 404 -Method get -Server $fake).Number | Should -Be 2
        $fake | Get-FakeStravaRequest -Method POST | Should -BeNullOrEmpty
    }

    It 'completes the endpoints' {
        (TabExpansion2 'Get-FakeStravaRequest upl').CompletionMatches.ListItemText | Should -Contain createUpload
    }

    It 'reports that no fake server runs' {
        $session = [powershell]::Create().AddScript("Import-Module '$Manifest'; Get-FakeStravaRequest")
        try {
            $session.Invoke() | Should -BeNullOrEmpty
            "$($session.Streams.Error)" | Should -Be 'No fake server is running.'
        }
        finally { $session.Dispose() }
    }
}
