BeforeAll { . $PSScriptRoot/Shared.ps1 }

Describe 'Export-ActivityFile' {
    BeforeEach {
        $folder = New-TestFolder
        $ride = Import-ActivityFile $Samples/morning-ride.fit
    }

    It 'writes a valid <extension> with the same points' -ForEach @(
        @{ Extension = 'fit'; Format = 'Fit' }, @{ Extension = 'gpx'; Format = 'Gpx' }, @{ Extension = 'tcx'; Format = 'Tcx' }
        @{ Extension = 'gpx.gz'; Format = 'Gpx' }, @{ Extension = 'FIT.GZ'; Format = 'Fit' }
    ) {
        $file = $ride | Export-ActivityFile "$folder/ride.$extension" -PassThru -WarningAction Ignore
        $file | Should -BeOfType System.IO.FileInfo
        $report = $file | Test-ActivityFile
        $report.IsValid | Should -BeTrue
        $report.Format | Should -Be $format
        $report.PointCount | Should -Be $ride.Streams.Count
        $report.SportType | Should -Be Ride
    }

    It 'writes strength JSON' {
        Import-ActivityFile $Samples/strength-workout.json | Export-ActivityFile "$folder/w.json"
        (Test-ActivityFile "$folder/w.json").IsValid | Should -BeTrue
    }

    It 'emits nothing without -PassThru' { $ride | Export-ActivityFile "$folder/ride.fit" | Should -BeNullOrEmpty }

    It 'compresses with -Gzip and appends .gz' {
        $file = $ride | Export-ActivityFile "$folder/ride.fit" -Gzip -PassThru
        $file.Name | Should -Be ride.fit.gz
        ($file | Test-ActivityFile).DataType | Should -Be fit.gz
    }

    It 'uses -Format for an unknown extension' {
        $ride | Export-ActivityFile "$folder/ride.dat" -Format Gpx -WarningAction Ignore
        (Test-ActivityFile "$folder/ride.dat").Format | Should -Be Gpx
    }

    It 'warns about data that the format cannot store' {
        $ride | Export-ActivityFile "$folder/ride.gpx" -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*GPX cannot store speed, 2 laps*'
    }

    It 'computes a path per activity with a script block' {
        Import-ActivityFile $Samples/morning-ride.fit, $Samples/lunch-walk.tcx |
            Export-ActivityFile -Path { "$folder/$(Split-Path $_.SourcePath -LeafBase).fit" } -WarningAction Ignore
        (Get-ChildItem $folder).Name | Should -Be 'lunch-walk.fit', 'morning-ride.fit'
    }

    It 'never overwrites without -Force' {
        $path = New-Text "$folder/ride.fit" 'mine'
        $ride | Export-ActivityFile $path -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be 'FileExists,StravaTools.PowerShell.Commands.ExportActivityFileCommand'
        Get-Content $path | Should -Be mine
        $ride | Export-ActivityFile $path -Force
        (Test-ActivityFile $path).IsValid | Should -BeTrue
    }

    It 'writes nothing with -WhatIf' {
        $ride | Export-ActivityFile "$folder/ride.fit" -WhatIf
        Get-ChildItem $folder | Should -BeNullOrEmpty
    }

    It 'writes <id> for <name> and leaves no file' -ForEach @(
        @{ Id = 'ActivityNotWritable'; Name = 'a ride as strength JSON'; Path = 'ride.json' }
        @{ Id = 'FormatNotSpecified'; Name = 'an unknown extension'; Path = 'ride.xyz' }
        @{ Id = 'FileNotWritable'; Name = 'a missing folder'; Path = 'missing/ride.fit' }
    ) {
        $ride | Export-ActivityFile "$folder/$path" -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be "$id,StravaTools.PowerShell.Commands.ExportActivityFileCommand"
        Get-ChildItem $folder -Recurse | Should -BeNullOrEmpty
    }

    It 'rejects two activities in one GPX file' {
        $ride, $ride | Export-ActivityFile "$folder/two.gpx" -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be 'ActivityNotWritable,StravaTools.PowerShell.Commands.ExportActivityFileCommand'
    }
}
