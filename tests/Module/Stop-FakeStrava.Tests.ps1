BeforeAll { . $PSScriptRoot/Shared.ps1 }
AfterAll { Stop-FakeStrava }

Describe 'Stop-FakeStrava' {
    BeforeEach {
        $env:STRAVA_ACCESS_TOKEN = 'mine'
        $env:STRAVA_BASE_URI = $null
    }
    AfterEach { Stop-FakeStrava; $env:STRAVA_ACCESS_TOKEN = $env:STRAVA_BASE_URI = $null }

    It 'stops only the fakes from the pipeline' {
        $one, $other = (Start-FakeStrava), (Start-FakeStrava)
        $one | Stop-FakeStrava
        Get-Process -Id $one.ProcessId -ErrorAction Ignore | Should -BeNullOrEmpty
        Get-Process -Id $other.ProcessId | Should -Not -BeNullOrEmpty
    }

    It 'stops all fakes by default' {
        $fakes = (Start-FakeStrava), (Start-FakeStrava)
        Stop-FakeStrava | Should -BeNullOrEmpty
        Get-Process -Id $fakes.ProcessId -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'stops nothing if the pipeline is empty' {
        $fake = Start-FakeStrava
        @() | Stop-FakeStrava
        Get-Process -Id $fake.ProcessId | Should -Not -BeNullOrEmpty
    }

    It 'ignores a fake that has already stopped or exited' {
        $one, $other = (Start-FakeStrava), (Start-FakeStrava)
        (Get-Process -Id $other.ProcessId).Kill()
        $one, $one, $other | Stop-FakeStrava -ErrorVariable errors
        $errors | Should -BeNullOrEmpty
    }

    It 'restores the environment variables' {
        $fake = Start-FakeStrava -UseAsDefault
        $env:STRAVA_ACCESS_TOKEN | Should -Be $fake.AccessToken
        $env:STRAVA_BASE_URI | Should -Be $fake.Url
        $fake | Stop-FakeStrava
        $env:STRAVA_ACCESS_TOKEN | Should -Be mine
        $env:STRAVA_BASE_URI | Should -BeNullOrEmpty
    }

    It '-WhatIf stops nothing' {
        $fake = Start-FakeStrava -UseAsDefault
        Stop-FakeStrava -WhatIf
        Get-Process -Id $fake.ProcessId | Should -Not -BeNullOrEmpty
        $env:STRAVA_BASE_URI | Should -Be $fake.Url
    }
}
