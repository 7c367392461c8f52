BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava -Partner -FirstId 9007199254740993
    $server = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
    $folder = New-TestFolder
    $bad = New-Gpx "$folder/a folder with a long name/planned route for next sunday.gpx" -WithoutTimes
    $paths = 'morning-ride.fit', 'evening-run.gpx.gz', 'lunch-walk.tcx', 'strength-workout.json' | ForEach-Object { Join-Path $Samples $_ }
    $sent = Send-StravaUpload -LiteralPath ($paths + $bad) -Wait @server -ErrorAction SilentlyContinue
    $reports = Test-ActivityFile -LiteralPath ($paths + $bad)
    $activities = $sent | Get-StravaActivity @server
    $objects = @{
        ActivityFileReport = $reports
        Finding = $reports.Findings
        UploadResult = $sent
        PhotoResult = $sent | Add-StravaPhoto $Photo
        StravaActivity = $activities
        StravaActivityMeta = Get-StravaActivity -Meta @server
        StravaLap = $sent | Get-StravaActivityLap @server
        StravaActivityZone = $sent | Get-StravaActivityZone @server
        StravaStreamData = $sent | Get-StravaActivityStream @server
        StravaAthlete = Get-StravaAthlete @server
        StravaRateLimit = Get-StravaRateLimit @server
        Activity = Import-ActivityFile -LiteralPath $paths
        ActivityPoint = (Import-ActivityFile $Samples/morning-ride.fit).Points | Select-Object -First 3
        RepairedActivityFile = Repair-ActivityFile -LiteralPath ($paths + $bad)
        FakeStrava = $fake
        StravaSegment = [StravaTools.Client.Segments.StravaSegment]@{ Id = 9007199254740993; Name = 'Hill'; Distance = 12345; AverageGrade = 12.5; TotalElevationGain = 1234; EffortCount = 1234567; ActivityType = 'Ride' }
        OAuthConnection = [StravaTools.Http.Authorization.OAuthConnection]@{ Server = 'https://www.strava.com/'; ClientId = '123456'; ExpiresAt = '2026-01-01'; IsRenewable = $true; TokenPath = '/home/user/.local/share/StravaTools/tokens.json' }
        StravaConnectionInfo = [StravaTools.PowerShell.Work.StravaConnectionInfo]@{ Server = 'https://www.strava.com/'; Profile = 'second'; AthleteId = 123456789; ExpiresAt = '2026-01-01'; IsRenewable = $true; IsDefault = $true; Source = 'STRAVA_ACCESS_TOKEN' }
        SyncResult = $paths + $bad | ForEach-Object { [StravaTools.Sync.Results.SyncResult]@{ Path = $_; State = 'Ready'; ActivityId = 9007199254740993 } }
        StravaLeaderboardEntry = [StravaTools.Client.Segments.StravaLeaderboardEntry]@{ Rank = 123456; AthleteName = 'J. Doe'; ElapsedTime = 3723; Distance = 12345; AverageHr = 161; AverageWatts = 1234; ActivityId = 9007199254740993 }
    }
    function Get-Text($Value, [int]$Width) { ($Value | Out-String -Width $Width) -split '\r?\n' | ForEach-Object TrimEnd }
}
AfterAll { Stop-FakeStrava }

Describe 'The table of <_>' -ForEach 'ActivityFileReport', 'Finding', 'UploadResult', 'PhotoResult', 'StravaActivity', 'StravaActivityMeta', 'StravaLap', 'StravaActivityZone', 'StravaStreamData', 'StravaAthlete', 'StravaRateLimit', 'Activity', 'RepairedActivityFile', 'FakeStrava', 'StravaSegment', 'StravaLeaderboardEntry', 'SyncResult', 'OAuthConnection', 'StravaConnectionInfo' {
    BeforeAll {
        $value = $objects[$_]
        $labels = (Get-FormatData -TypeName $value[0].GetType().FullName).FormatViewDefinition.Control | Where-Object { $_ -is [System.Management.Automation.TableControl] } |
            ForEach-Object { $_.Headers.Label }
    }

    It 'fits <_> columns, with every header in one line and no number cut' -ForEach 80, 100, 140 {
        $value | Should -Not -BeNullOrEmpty
        $labels | Should -Not -BeNullOrEmpty
        $lines = Get-Text $value $_
        $lines | Where-Object Length -GT $_ | Should -BeNullOrEmpty
        $rulers = @(0..($lines.Count - 1) | Where-Object { $lines[$_] -match '^[- ]*---[- ]*$' })
        $rulers | Should -Not -BeNullOrEmpty
        foreach ($ruler in $rulers) {
            foreach ($label in $labels) { $lines[$ruler - 1] | Should -BeLike "*$label*" }
            $lines[$ruler - 2] | Should -BeIn '', $null
        }
        $lines -match '…\d|\d…' | Where-Object { $_ -notmatch 'gpx|fit|tcx|json|latlng' } | Should -BeNullOrEmpty
    }

    It 'has a list without more than one screen' {
        @(($value | Select-Object -First 1 | Format-List | Out-String -Width 120) -split '\r?\n' | Where-Object { $_ -match '^\S+.* : ' }).Count | Should -BeLessOrEqual 24
    }
}

Describe 'The views' {
    It 'show IDs completely in 80 columns' {
        foreach ($name in 'UploadResult', 'PhotoResult', 'StravaActivity', 'StravaLap', 'StravaLeaderboardEntry') {
            (Get-Text $objects[$name] 80) -match '90071992547409\d\d' | Should -Not -BeNullOrEmpty -Because $name
        }
    }

    It 'give the path the remaining width' {
        (Get-Text $reports 80) -join "`n" | Should -BeLike "*…*next sunday.gpx*"
        $path = Join-Path $folder rides 'planned route.gpx'
        [StravaTools.PowerShell.Views.CellText]::FitPath($path, $folder, 40) | Should -Be (Join-Path rides 'planned route.gpx')
        [StravaTools.PowerShell.Views.CellText]::FitPath($path, $folder, 16) | Should -Be "…$('planned route.gpx'.Substring(2))"
    }

    It 'group findings by file, with their place' {
        $text = (Get-Text $reports.Findings 100) -join "`n"
        $text | Should -Match '(?s)File: .*next sunday\.gpx.*Place +Severity +Rule.*\n1:\d+ +Error +GPX0102'
    }

    It 'break the messages of findings between words' {
        [StravaTools.PowerShell.Views.CellText]::WrapWords('one two three', 8) | Should -Be "one two`nthree"
        (Get-Text $reports.Findings 80) -join "`n" | Should -Match 'have no time\. Strava\n'
        # A terminal has one column less than its width for a table.
        $terminal = $Host.UI.RawUI.BufferSize.Width - 1
        Get-Text $reports.Findings $terminal | Where-Object { $_ -match '^ +\S{1,2}$' } | Should -BeNullOrEmpty
    }

    It 'never print all properties of a second type in one output' {
        $text = @(($sent[0], $activities[0], $reports[0], (Get-StravaAthlete @server)) | Out-String -Width 120) -split '\r?\n'
        $text.Count | Should -BeLessThan 50
        @($text -match 'UploadId|ResourceState|ExtensionData').Count | Should -Be 0
    }

    It 'print nested objects as one readable line' {
        $gear = [StravaTools.Client.Athletes.StravaGear]@{ Id = 'b1'; Name = 'Gravel bike' }
        [pscustomobject]@{ Gear = $gear; Streams = (Import-ActivityFile $Samples/morning-ride.fit).Streams } | Format-List | Out-String -Width 120 |
            Should -Match '(?s)Gear +: Gravel bike \(b1\).*Streams +: \d+ points: Time, Latitude'
    }

    It 'use the session''s culture for numbers, but not for dates' {
        $script = "[cultureinfo]::CurrentCulture = 'de-DE'; Import-Module '$Manifest'; Test-ActivityFile '$Samples/lunch-walk.tcx' | Out-String -Width 100; Import-ActivityFile '$Samples/lunch-walk.tcx' | Out-String -Width 100; Measure-Activity '$Samples/lunch-walk.tcx' | Format-List | Out-String -Width 100"
        $text = (Invoke-PowerShell -Command $script) -join "`n"
        $text | Should -Match '\d,\d\d '
        $text | Should -Match '20\d\d-\d\d-\d\d \d\d:\d\d'
        $text | Should -Not -Match '\d\d\.20\d\d'
    }

    It 'resolve no type while the module is imported, which takes 12 ms' {
        # PowerShell parses the scripts of types at once, and resolves [X]:: before the module is loaded.
        Get-Content $RepositoryRoot/module/StravaTools.Types.ps1xml -Raw | Should -Not -Match '>[^<]*\[[\w.]+\]::'
    }

    It 'color failures through $PSStyle, and nothing in plain text' {
        $invalid = $reports | Where-Object IsValid -EQ $false
        $old = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            ($invalid | Out-String -Width 100).Contains("$($PSStyle.Formatting.Error)False") | Should -BeTrue
            $PSStyle.OutputRendering = 'PlainText'
            ($invalid | Out-String -Width 100).Contains("`e") | Should -BeFalse
        }
        finally { $PSStyle.OutputRendering = $old }
    }
}

Describe 'Objects' {
    It 'of findings contain the path of their file' {
        $findings = $reports.Findings | Where-Object RuleId -EQ GPX0102
        $findings.Path | Should -Be ([System.IO.Path]::GetFullPath($bad))
    }

    It 'of points are rows that Export-Csv writes' {
        $points = (Import-ActivityFile $Samples/morning-ride.fit).Points
        $points.Count | Should -Be (Test-ActivityFile $Samples/morning-ride.fit).PointCount
        $points | Export-Csv "$folder/points.csv"
        $rows = Import-Csv "$folder/points.csv"
        $rows[0].PSObject.Properties.Name | Should -Be Time, Latitude, Longitude, Altitude, Distance, Speed, HeartRate, Cadence, Power, Temperature
        [double]::Parse($rows[0].Latitude, [cultureinfo]::InvariantCulture) | Should -BeGreaterThan 0
        $rows.Count | Should -Be $points.Count
    }
}
