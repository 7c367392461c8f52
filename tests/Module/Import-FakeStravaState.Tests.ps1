BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $state = New-Text (Join-Path $TestDrive 'world [1].json') '{ "athletes": [ { "id": 5, "firstName": "Ada", "accessToken": "ada" } ] }'
}
AfterAll { Stop-FakeStrava }

Describe 'Import-FakeStravaState' {
    AfterEach { Reset-FakeStrava }

    It 'replaces the state' {
        Import-FakeStravaState -LiteralPath $state | Should -BeNullOrEmpty
        (Get-StravaAthlete -BaseUri $fake.Url -AccessToken (ConvertTo-Secret ada)).FirstName | Should -Be Ada
        (Export-FakeStravaState | ConvertFrom-Json).athletes.id | Should -Be 5
    }

    It '-Merge adds to the state' {
        Import-FakeStravaState (Join-Path $TestDrive 'world*.json') -Merge -Server $fake
        (Export-FakeStravaState | ConvertFrom-Json).athletes.id | Should -Be 227615, 5
    }

    It 'reports the place of an invalid value, and changes nothing' {
        $wrong = New-Text (Join-Path $TestDrive wrong.json) '{ "clubs": [], "athletes": [ { "firstNam": "Ada" } ] }'
        Import-FakeStravaState $wrong -ErrorAction SilentlyContinue -ErrorVariable errors
        "$errors" | Should -Match '/athletes/0/firstNam'
        (Export-FakeStravaState | ConvertFrom-Json).clubs.id | Should -Be 1
    }

    It 'reports a file that is missing or not JSON' {
        { Import-FakeStravaState (Join-Path $TestDrive none.json) } | Should -Throw -ErrorId FileNotFound*
        { Import-FakeStravaState (New-Text (Join-Path $TestDrive text.json) 'text') } | Should -Throw -ErrorId FakeStateInvalid*
    }

    It '-WhatIf changes nothing' {
        Import-FakeStravaState -LiteralPath $state -WhatIf
        (Export-FakeStravaState | ConvertFrom-Json).athletes.id | Should -Be 227615
    }
}
