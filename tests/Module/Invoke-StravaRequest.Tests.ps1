BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $server = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
    function Get-Id($Errors) { $Errors.FullyQualifiedErrorId -replace ',StravaTools.PowerShell.Commands.InvokeStravaRequestCommand$' }
}
AfterAll { Stop-FakeStrava }

Describe 'Invoke-StravaRequest' {
    It 'emits JSON as an object' {
        $athlete = Invoke-StravaRequest athlete @server
        $athlete.id | Should -Be (Get-StravaAthlete @server).Id
        $athlete.firstname | Should -BeOfType string
    }

    It 'emits a list item by item, with IDs beyond the precision of a double' {
        $canned = Start-CannedServer 200 '[{"id":9007199254740993,"a":[1,{"b":2.5}],"c":null,"d":true},{"id":2}]' application/json
        $items = Invoke-StravaRequest /athlete/clubs -Query @{ name = 'a&b'; all = $true } -BaseUri $canned.Url -AccessToken $server.AccessToken
        Stop-CannedServer $canned
        $items | Should -HaveCount 2
        $items[0].id | Should -Be 9007199254740993
        $items[0].a[1].b | Should -Be 2.5
        $items[0].d | Should -BeTrue
        $request = $canned.Requests.ToArray()[0]
        $request.Path | Should -BeIn '/api/v3/athlete/clubs?name=a%26b&all=true', '/api/v3/athlete/clubs?all=true&name=a%26b'
        $request.Headers['Authorization'] | Should -Be "Bearer $($fake.AccessToken)"
    }

    It 'emits other content as text, and nothing for an empty response' {
        $canned = Start-CannedServer 200 '<gpx/>' application/gpx+xml
        Invoke-StravaRequest routes/1/export_gpx -BaseUri $canned.Url -AccessToken $server.AccessToken | Should -Be '<gpx/>'
        Stop-CannedServer $canned
        $canned = Start-CannedServer 204
        Invoke-StravaRequest x -Method Delete -BaseUri $canned.Url -AccessToken $server.AccessToken | Should -BeNullOrEmpty
        Stop-CannedServer $canned
    }

    It 'sends <name>' -ForEach @(
        @{ Name = 'a hashtable as a form'; Body = @{ name = 'a b' }; Type = 'application/x-www-form-urlencoded'; Text = 'name=a+b' }
        @{ Name = 'a text as JSON'; Body = '{"name":"ü"}'; Type = 'application/json; charset=utf-8'; Text = '{"name":"ü"}' }
    ) {
        $canned = Start-CannedServer 200 '{}' application/json
        $null = Invoke-StravaRequest athlete -Method Put -Body $body -BaseUri $canned.Url -AccessToken $server.AccessToken
        Stop-CannedServer $canned
        $request = $canned.Requests.ToArray()[0]
        $request.Method | Should -Be PUT
        $request.Headers['Content-Type'] | Should -Be $type
        [System.Text.Encoding]::UTF8.GetString($request.Bytes) | Should -Be $text
    }

    It 'sends the token to no other server: <_>' -ForEach 'https://example.com/athlete', '//example.com/x', '../../oauth/token', '..\..\x', 'http:example' {
        $failure = Invoke-StravaRequest $_ @server -ErrorVariable errors -ErrorAction SilentlyContinue
        $failure | Should -BeNullOrEmpty
        Get-Id $errors | Should -BeIn PathOutsideApi, EndpointRemoved
    }

    It 'sends nothing with -WhatIf, except GET' {
        $canned = Start-CannedServer 200 '{"a":1}' application/json
        $there = @{ BaseUri = $canned.Url; AccessToken = $server.AccessToken }
        Invoke-StravaRequest activities -Method Post -Body @{ name = 'x' } @there -WhatIf | Should -BeNullOrEmpty
        (Invoke-StravaRequest activities @there -WhatIf).a | Should -Be 1
        Stop-CannedServer $canned
        $canned.Requests.Count | Should -Be 1
    }

    It 'writes the errors of the other cmdlets and continues with the next path' {
        $items = 'nothing/here', 'athlete' | Invoke-StravaRequest @server -ErrorVariable errors -ErrorAction SilentlyContinue
        Get-Id $errors | Should -Be EndpointRemoved
        $items | Should -HaveCount 1
        $canned = Start-CannedServer 502 'x'
        Invoke-StravaRequest a -Method Post -BaseUri $canned.Url -AccessToken $server.AccessToken -ErrorVariable errors -ErrorAction SilentlyContinue
        Stop-CannedServer $canned
        Get-Id $errors | Should -Be FateUnknown
        $canned.Requests.Count | Should -Be 1
    }
}
