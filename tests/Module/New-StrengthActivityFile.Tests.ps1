BeforeAll { . $PSScriptRoot/Shared.ps1 }

Describe 'New-StrengthActivityFile' {
    BeforeEach {
        $folder = New-TestFolder
        $sets = New-StrengthSet BARBELL_BACK_SQUAT 8 80 -Count 2
    }

    It 'writes a valid file with all parameters' {
        $file = $sets | New-StrengthActivityFile "$folder/w.json" '2026-01-15T08:30:00+01:00' 0:45:00 -ActiveTime 1800 -Calories 300 -Creator Rack
        $file | Should -BeOfType System.IO.FileInfo
        $report = $file | Test-ActivityFile
        $report.IsValid | Should -BeTrue
        $report.Findings | Should -BeNullOrEmpty
        $json = Get-Content $file -Raw | ConvertFrom-Json -DateKind String
        $json.version | Should -Be '1.0'
        $json.start_time | Should -Be '2026-01-15T07:30:00Z'
        $json.utc_offset | Should -Be 3600
        $json.elapsed_time | Should -Be 2700
        $json.active_time | Should -Be 1800
        $json.total_calories | Should -Be 300
        $json.creator.name | Should -Be Rack
        $json.sets | Should -HaveCount 2
        $json.sets[0].weight | Should -Be 80
    }

    It 'accepts the sets of an imported activity' {
        (Import-ActivityFile $Samples/strength-workout.json).Sets | New-StrengthActivityFile "$folder/w.json" '2026-01-15T08:30Z' 60 | Should -Exist
    }

    It 'never overwrites without -Force and writes nothing with -WhatIf' {
        $path = New-Text "$folder/w.json" mine
        $sets | New-StrengthActivityFile $path '2026-01-15T08:30Z' 60 -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be 'FileExists,StravaTools.PowerShell.Commands.NewStrengthActivityFileCommand'
        $sets | New-StrengthActivityFile $path '2026-01-15T08:30Z' 60 -Force -WhatIf
        Get-Content $path | Should -Be mine
        $sets | New-StrengthActivityFile $path '2026-01-15T08:30Z' 60 -Force | Should -Exist
    }
}
