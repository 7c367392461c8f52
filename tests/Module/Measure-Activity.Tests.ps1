BeforeAll { . $PSScriptRoot/Shared.ps1 }

Describe 'Measure-Activity' {
    BeforeEach { $folder = New-TestFolder }

    It 'measures the activity of a file' {
        $ride = Measure-Activity $Samples/morning-ride.fit
        $ride | Should -BeOfType StravaTools.Activities.Analysis.ActivityMeasures
        $ride.SportType | Should -Be Ride
        $ride.Distance | Should -BeGreaterThan 1000
        $ride.MovingTime | Should -BeOfType timespan
        $ride.MovingTime | Should -BeLessOrEqual $ride.ElapsedTime
        $ride.AverageSpeed | Should -Be ($ride.Distance / $ride.MovingTime.TotalSeconds)
        $ride.Laps | Should -HaveCount 2
        ($ride.Laps | Measure-Object Distance -Sum).Sum | Should -BeGreaterThan ($ride.Distance - 50)
        $ride.HeartRateZones | Should -HaveCount 5
        $ride.SourcePath | Should -Be (Join-Path $Samples morning-ride.fit)
    }

    It 'measures activities from Import-ActivityFile and keeps their path' {
        $run = Import-ActivityFile $Samples/evening-run.gpx.gz | Measure-Activity
        $run.SourcePath | Should -Be (Join-Path $Samples evening-run.gpx.gz)
        $run.Distance | Should -Be (Test-ActivityFile $Samples/evening-run.gpx.gz).Distance
        $run.Splits.Count | Should -Be ([math]::Ceiling($run.Distance / 1000))
        $run.BestEfforts.Name | Should -Contain '5k'
        (Measure-Activity -InputObject (Import-ActivityFile $Samples/evening-run.gpx.gz)).Distance | Should -Be $run.Distance
    }

    It 'takes files and reports from the pipeline' {
        Get-ChildItem $Samples/*.fit, $Samples/*.tcx | Measure-Activity | Should -HaveCount 2
        Test-ActivityFile $Samples/*.fit | Measure-Activity | Should -HaveCount 1
        $null = New-Gpx "$folder/ride [1].gpx"
        Measure-Activity -LiteralPath "$folder/ride [1].gpx" | Should -HaveCount 1
    }

    It 'uses the given maximum heart rate and threshold power' {
        (Measure-Activity $Samples/morning-ride.fit -MaxHeartRate 200).HeartRateZones.Minimum | Should -Be 0, 120, 140, 160, 180
        (Measure-Activity $Samples/morning-ride.fit).PowerZones | Should -BeNullOrEmpty
    }

    It 'writes <id> for <name> and continues' -ForEach @(
        @{ Id = 'NoActivityInFile'; Name = 'a text'; Path = { New-Text "$folder/a.gpx" 'no activity' } }
        @{ Id = 'FileNotFound'; Name = 'a missing file'; Path = { "$folder/missing.gpx" } }
    ) {
        $found = Measure-Activity (& $path), $Samples/lunch-walk.tcx -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be "$id,StravaTools.PowerShell.Commands.MeasureActivityCommand"
        $found | Should -HaveCount 1
    }

    It 'shows tables of at most 80 columns with units and one header' {
        $all = Measure-Activity $Samples/morning-ride.fit, $Samples/evening-run.gpx.gz, $Samples/lunch-walk.tcx, $Samples/strength-workout.json
        foreach ($output in $all, $all.Laps, $all.Splits, $all.BestEfforts, $all[0].HeartRateZones) {
            $lines = ($output | Out-String -Width 80) -split '\r?\n' | ForEach-Object TrimEnd
            $lines | Where-Object Length -GT 80 | Should -BeNullOrEmpty
            $lines | Where-Object { $_ -match '^[- ]*---[- ]*$' } | Should -HaveCount 1
            "$lines" | Should -Not -BeLike "*$([char]0x2026)*"
        }
        $table = $all | Out-String -Width 80
        $table | Should -BeLike '*Activity*Sport*Km*Moving*Climb m*Km/h*Bpm*Watts*'
        $table | Should -BeLike '*evening-run.gpx.gz*'
        ($all[1] | Format-List | Out-String -Width 120) | Should -BeLike '*Best efforts*:*400m*'
    }
}
