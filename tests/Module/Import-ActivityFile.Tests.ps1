BeforeAll { . $PSScriptRoot/Shared.ps1 }

Describe 'Import-ActivityFile' {
    BeforeEach { $folder = New-TestFolder }

    It 'emits the activity of a file' {
        $ride = Import-ActivityFile $Samples/morning-ride.fit -WarningVariable warnings
        $ride | Should -BeOfType StravaTools.Activities.Model.Activity
        $ride.Sport | Should -Be 'cycling/road'
        $ride.SportType | Should -Be Ride
        $ride.StartTime | Should -Be ([datetimeoffset]'2025-06-14T08:30:00+02:00')
        $ride.Laps | Should -HaveCount 2
        $ride.Streams.HeartRate | Should -HaveCount $ride.Streams.Count
        $ride.Creator | Should -Be 'StravaTools sample'
        $ride.SourcePath | Should -Be (Join-Path $Samples morning-ride.fit)
        $warnings | Should -BeNullOrEmpty
    }

    It 'shows the distance of the points if the file contains none' {
        $run = Import-ActivityFile $Samples/evening-run.gpx.gz
        $run.Distance | Should -BeNullOrEmpty
        $run | Out-String -Width 100 | Should -Match "\s$([regex]::Escape(((Measure-Activity $Samples/evening-run.gpx.gz).Distance / 1000).ToString('0.00')))\s"
    }

    It 'reads <name>' -ForEach @(@{ Name = 'evening-run.gpx.gz' }, @{ Name = 'lunch-walk.tcx' }, @{ Name = 'strength-workout.json' }) {
        (Import-ActivityFile $Samples/$name).StartTime | Should -Not -BeNullOrEmpty
    }

    It 'emits each activity of a file' {
        $many = Import-ActivityFile $Samples/morning-ride.fit, $Samples/lunch-walk.tcx
        $many | Export-ActivityFile "$folder/both.tcx" -WarningAction Ignore
        Import-ActivityFile "$folder/both.tcx" | Should -HaveCount 2
    }

    It 'emits the readable part of a damaged file with a warning' {
        $bytes = [System.IO.File]::ReadAllBytes("$Samples/morning-ride.fit")
        [System.IO.File]::WriteAllBytes("$folder/cut.fit", $bytes[0..3000])
        $ride = Import-ActivityFile "$folder/cut.fit" -WarningVariable warnings -WarningAction SilentlyContinue
        $ride.Streams.Count | Should -BeGreaterThan 10
        "$warnings" | Should -BeLike '*FIT0101*'
    }

    It 'writes <id> for <name> and continues' -ForEach @(
        @{ Id = 'NoActivityInFile'; Name = 'a text'; Path = { New-Text "$folder/a.gpx" 'no activity' } }
        @{ Id = 'NoActivityInFile'; Name = 'a GPX without a track'; Path = { New-Text "$folder/a.gpx" '<gpx/>' } }
        @{ Id = 'FileNotFound'; Name = 'a missing file'; Path = { "$folder/missing.gpx" } }
        @{ Id = 'PathIsDirectory'; Name = 'a directory'; Path = { $folder } }
    ) {
        $activity = Import-ActivityFile (& $path), $Samples/lunch-walk.tcx -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be "$id,StravaTools.PowerShell.Commands.ImportActivityFileCommand"
        $errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $activity | Should -HaveCount 1
    }

    It 'reads brackets literally in -LiteralPath and from the pipeline' {
        $null = New-Gpx "$folder/ride [1].gpx"
        (Import-ActivityFile -LiteralPath "$folder/ride [1].gpx").SourcePath | Should -BeLike '*ride `[1`].gpx'
        Get-ChildItem -LiteralPath $folder | Import-ActivityFile | Should -HaveCount 1
    }
}
