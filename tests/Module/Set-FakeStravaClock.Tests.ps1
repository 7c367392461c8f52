BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
}
AfterAll { Stop-FakeStrava }

Describe 'Set-FakeStravaClock' {
    It 'stops the clock and moves it' {
        $clock = Set-FakeStravaClock Frozen 2026-03-29T00:59:00Z
        $clock.Mode, $clock.Now.ToUnixTimeSeconds() | Should -Be Frozen, 1774745940
        (Set-FakeStravaClock -Advance 6:01:00 -Server $fake).Now.ToUnixTimeSeconds() | Should -Be (1774745940 + 21660)
    }

    It 'returns to the real time' {
        (Set-FakeStravaClock System).Mode | Should -Be System
    }

    It '-WhatIf changes nothing' {
        Set-FakeStravaClock Frozen -WhatIf | Should -BeNullOrEmpty
        (Set-FakeStravaClock -Advance 0).Mode | Should -Be System
    }
}
