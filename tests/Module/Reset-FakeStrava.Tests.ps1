BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $athlete = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
}
AfterAll { Stop-FakeStrava }

Describe 'Reset-FakeStrava' {
    BeforeEach {
        $null = New-StravaActivity @athlete -Name Walk -SportType Walk -StartTime 2026-01-01 -ElapsedTime 600
        $null = Set-FakeStravaClock Frozen 2026-03-29T00:59:00Z
    }

    It 'resets everything' {
        Reset-FakeStrava | Should -BeNullOrEmpty
        Get-FakeStravaRequest | Should -BeNullOrEmpty
        Get-FakeActivity $fake | Should -BeNullOrEmpty
        (Set-FakeStravaClock -Advance 0).Mode | Should -Be System
    }

    It 'resets parts' {
        $fake | Reset-FakeStrava State, Requests
        Get-FakeStravaRequest | Should -BeNullOrEmpty
        Get-FakeActivity $fake | Should -BeNullOrEmpty
        (Set-FakeStravaClock -Advance 0).Mode | Should -Be Frozen
    }

    It '-WhatIf resets nothing' {
        Reset-FakeStrava -WhatIf
        Get-FakeActivity $fake | Should -Not -BeNullOrEmpty
    }
}
