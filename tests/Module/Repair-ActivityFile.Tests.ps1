BeforeAll { . $PSScriptRoot/Shared.ps1 }

Describe 'Repair-ActivityFile' {
    BeforeEach {
        $folder = New-TestFolder
        $cut = "$folder/cut.fit"
        [System.IO.File]::WriteAllBytes($cut, [System.IO.File]::ReadAllBytes("$Samples/morning-ride.fit")[0..3000])
        $hash = (Get-FileHash $cut).Hash
    }

    It 'reports possible repairs and writes nothing without -Destination and -InPlace' {
        $result = Repair-ActivityFile $cut
        $result | Should -BeOfType StravaTools.PowerShell.Work.RepairedActivityFile
        $result.Destination | Should -BeNullOrEmpty
        $result.IsValid | Should -BeTrue
        $result.Repairs.Kind | Should -Be CutBack, ChecksumMended
        (Get-FileHash $cut).Hash | Should -Be $hash
        Get-ChildItem $folder | Should -HaveCount 1
    }

    It 'writes to a file or a folder' {
        (Repair-ActivityFile $cut -Destination "$folder/mended.fit").Destination | Should -Be (Join-Path $folder mended.fit)
        (Test-ActivityFile "$folder/mended.fit").IsValid | Should -BeTrue
        $null = New-Item "$folder/sub" -ItemType Directory
        (Repair-ActivityFile $cut "$folder/sub").Destination | Should -Be (Join-Path $folder sub cut.fit)
        (Get-FileHash $cut).Hash | Should -Be $hash
    }

    It 'overwrites the original file only with -InPlace' {
        Repair-ActivityFile $cut -Destination $folder -Force -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be 'RepairTargetIsSource,StravaTools.PowerShell.Commands.RepairActivityFileCommand'
        $errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*-InPlace*'
        (Get-FileHash $cut).Hash | Should -Be $hash
        $null = Repair-ActivityFile $cut -InPlace
        (Test-ActivityFile $cut).IsValid | Should -BeTrue
    }

    It 'never overwrites another file without -Force' {
        $other = New-Text "$folder/other.fit" mine
        Repair-ActivityFile $cut $other -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be 'FileExists,StravaTools.PowerShell.Commands.RepairActivityFileCommand'
        (Repair-ActivityFile $cut $other -Force).Destination | Should -Be $other
    }

    It 'keeps permissions, hard links, and symbolic links' -Skip:$IsWindows {
        [System.IO.File]::SetUnixFileMode($cut, 'UserRead, UserWrite')
        $null = New-Item "$folder/hard.fit" -ItemType HardLink -Target $cut
        $null = New-Item "$folder/link.fit" -ItemType SymbolicLink -Target $cut
        $null = Repair-ActivityFile "$folder/link.fit" -InPlace
        (Get-Item "$folder/link.fit").LinkType | Should -Be SymbolicLink
        (Test-ActivityFile $cut).IsValid | Should -BeTrue
        (Test-ActivityFile "$folder/hard.fit").IsValid | Should -BeTrue
        [System.IO.File]::GetUnixFileMode($cut) | Should -Be 'UserWrite, UserRead'
        Get-ChildItem $folder | Should -HaveCount 3
    }

    It 'does not overwrite a read-only file, and leaves no other file' {
        Set-ItemProperty $cut IsReadOnly $true
        $null = Repair-ActivityFile $cut -InPlace -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be 'FileNotWritable,StravaTools.PowerShell.Commands.RepairActivityFileCommand'
        "$errors" | Should -BeLike '*read-only*'
        (Get-FileHash $cut).Hash | Should -Be $hash
        Get-ChildItem $folder | Should -HaveCount 1
        Set-ItemProperty $cut IsReadOnly $false
    }

    It 'refuses to read from or write to a device' -Skip:$IsWindows {
        $null = New-Item "$folder/null.fit" -ItemType SymbolicLink -Target /dev/null
        Repair-ActivityFile $cut "$folder/null.fit" -Force -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be 'FileNotWritable,StravaTools.PowerShell.Commands.RepairActivityFileCommand'
        Repair-ActivityFile /dev/zero -InPlace -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be 'FileNotReadable,StravaTools.PowerShell.Commands.RepairActivityFileCommand'
    }

    It 'writes nothing with -WhatIf' {
        (Repair-ActivityFile $cut -InPlace -WhatIf).Destination | Should -BeNullOrEmpty
        (Get-FileHash $cut).Hash | Should -Be $hash
    }

    It 'writes nothing for a valid file and reports what cannot be repaired' {
        $good = Repair-ActivityFile $Samples/lunch-walk.tcx -Destination $folder
        $good.Repairs | Should -BeNullOrEmpty
        $good.Destination | Should -BeNullOrEmpty
        $route = Repair-ActivityFile $Samples/planned-route.gpx -Destination $folder
        $route.IsValid | Should -BeFalse
        $route.Findings.RuleId | Should -Contain GPX0102
    }

    It 'throws RepairTargetAmbiguous for two targets' {
        { Repair-ActivityFile $cut -InPlace -Destination $folder -ErrorAction Stop } | Should -Throw -ErrorId 'RepairTargetAmbiguous,*'
    }

    It 'accepts reports from the pipeline and continues after an error' {
        $results = "$folder/missing.fit", $cut | Repair-ActivityFile -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be 'FileNotFound,StravaTools.PowerShell.Commands.RepairActivityFileCommand'
        $results | Should -HaveCount 1
        (Test-ActivityFile $cut | Repair-ActivityFile).IsValid | Should -BeTrue
    }
}
