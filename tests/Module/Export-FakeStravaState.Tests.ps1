BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $file = Join-Path $TestDrive state.json
}
AfterAll { Stop-FakeStrava }

Describe 'Export-FakeStravaState' {
    It 'returns JSON' {
        $state = Export-FakeStravaState | ConvertFrom-Json
        $state.version, $state.athletes.id, $state.segments.id | Should -Be 1, 227615, 229781
    }

    It '-WhatIf writes nothing' {
        Export-FakeStravaState $file -WhatIf | Should -BeNullOrEmpty
        $file | Should -Not -Exist
    }

    It 'writes a file that Import-FakeStravaState reads' {
        (Export-FakeStravaState $file -Server $fake).FullName | Should -Be $file
        { Export-FakeStravaState $file -ErrorAction Stop } | Should -Throw -ErrorId FileExists*
        (Export-FakeStravaState $file -Force).Length | Should -BeGreaterThan 100
        { Import-FakeStravaState $file -ErrorAction Stop } | Should -Not -Throw
    }
}
