BeforeAll { . $PSScriptRoot/Shared.ps1 }

Describe 'Test-ActivityFile' {
    BeforeEach { $folder = New-TestFolder }

    Context 'what it emits' {
        It 'emits a report of a valid file' {
            $report = Test-ActivityFile $Samples/lunch-walk.tcx
            $report | Should -BeOfType StravaTools.Activities.ActivityFileReport
            $report.IsValid | Should -BeTrue
            $report.Format | Should -Be Tcx
            $report.SportType | Should -Be Walk
            $report.StartTime | Should -Be ([datetimeoffset]'2025-06-16T12:30:00Z')
            $report.ElapsedTime | Should -Be '00:45:00'
            $report.PointCount | Should -Be 271
            $report.Findings | Should -BeNullOrEmpty
        }

        It 'reports findings of an invalid file without an error' {
            $report = Test-ActivityFile $Samples/planned-route.gpx -ErrorVariable errors
            $report.IsValid | Should -BeFalse
            $report.Findings.RuleId | Should -Be GPX0102
            $errors | Should -BeNullOrEmpty
        }

        It 'reports a finding for <name>' -ForEach @(
            @{ Name = 'an empty file'; File = 'empty.gpx'; Text = ''; Rule = 'GEN0101' }
            @{ Name = 'a text called .fit'; File = 'text.fit'; Text = 'no activity'; Rule = 'GEN0102' }
            @{ Name = 'XML with a DTD'; File = 'dtd.gpx'; Text = '<!DOCTYPE gpx [<!ENTITY a "b">]><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"/>'; Rule = 'GPX0104' }
            @{ Name = 'a JSON with a wrong version'; File = 'v.json'; Text = '{"version":"2.0","start_time":"2025-01-15T08:30:00Z","sets":[]}'; Rule = 'JSN0102' }
        ) {
            (Test-ActivityFile (New-Text "$folder/$file" $text)).Findings.RuleId | Should -Contain $rule
        }
    }

    Context 'paths' {
        It 'expands wildcards and skips matching directories' {
            $null = New-Gpx "$folder/a.gpx"; $null = New-Gpx "$folder/b.gpx"; $null = New-TestFolder; $null = New-Item "$folder/sub" -ItemType Directory
            $reports = Test-ActivityFile "$folder/*" -ErrorVariable errors
            $reports.Path | Split-Path -Leaf | Should -Be 'a.gpx', 'b.gpx'
            $errors | Should -BeNullOrEmpty
        }

        It 'warns if a wildcard matches nothing' {
            Test-ActivityFile "$folder/*.fit" -WarningVariable warnings -WarningAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
            "$warnings" | Should -BeLike 'No file matches*'
            $errors | Should -BeNullOrEmpty
        }

        It 'reads brackets as a pattern in -Path and literally in -LiteralPath' {
            $null = New-Gpx "$folder/ride[1].gpx"; $null = New-Gpx "$folder/ride1.gpx"
            (Test-ActivityFile -Path "$folder/ride[1].gpx").Path | Split-Path -Leaf | Should -Be 'ride1.gpx'
            (Test-ActivityFile -LiteralPath "$folder/ride[1].gpx").Path | Split-Path -Leaf | Should -Be 'ride[1].gpx'
        }

        It 'finds a file with brackets in -Path that matches no other file' {
            $path = New-Gpx "$folder/a [b] c/ride [x].gpx"
            (Test-ActivityFile -Path $path -WarningVariable warnings).Path | Should -Be ([System.IO.Path]::GetFullPath($path))
            $warnings | Should -BeNullOrEmpty
        }

        It 'uses the output of <name> literally, even with brackets' -ForEach @(
            @{ Name = 'Get-ChildItem'; Output = { Get-ChildItem -LiteralPath $folder } }
            @{ Name = 'Get-ChildItem -Name'; Output = { Get-ChildItem -LiteralPath $folder | ForEach-Object FullName } }
            @{ Name = 'Test-ActivityFile'; Output = { Get-ChildItem -LiteralPath $folder | Test-ActivityFile } }
        ) {
            $null = New-Gpx "$folder/Tür [1] ü 山.gpx"
            (& $output | Test-ActivityFile -ErrorVariable errors).Path | Split-Path -Leaf | Should -Be 'Tür [1] ü 山.gpx'
            $errors | Should -BeNullOrEmpty
        }

        It 'resolves paths relative to the current location and on PowerShell drives' {
            $null = New-Gpx "$folder/a.gpx"
            $null = New-PSDrive Rides FileSystem $folder
            Push-Location $folder
            try { (Test-ActivityFile a.gpx).Path | Should -Be (Join-Path $folder a.gpx) } finally { Pop-Location }
            (Test-ActivityFile Rides:/a.gpx).Path | Should -Be (Join-Path $folder a.gpx)
            (Test-ActivityFile -LiteralPath Rides:/a.gpx).Path | Should -Be (Join-Path $folder a.gpx)
        }

        It 'skips a directory from Get-ChildItem with a verbose message' {
            $null = New-Item "$folder/sub" -ItemType Directory
            $output = Get-ChildItem $folder | Test-ActivityFile -Verbose -ErrorVariable errors 4>&1
            "$output" | Should -BeLike '*is a directory and is skipped.*'
            $errors | Should -BeNullOrEmpty
        }

        It 'writes <id> for <name> and continues' -ForEach @(
            @{ Id = 'FileNotFound'; Name = 'a missing file'; Path = { "$folder/missing.gpx" }; Category = 'ObjectNotFound' }
            @{ Id = 'FileNotFound'; Name = 'an unknown drive'; Path = { 'Nowhere:/a.gpx' }; Category = 'ObjectNotFound' }
            @{ Id = 'PathIsDirectory'; Name = 'a directory'; Path = { $folder }; Category = 'InvalidArgument' }
            @{ Id = 'NotAFileSystemPath'; Name = 'another provider'; Path = { 'Env:/PATH' }; Category = 'InvalidArgument' }
        ) {
            $good = New-Gpx "$folder/good.gpx"
            foreach ($parameter in 'Path', 'LiteralPath') {
                $arguments = @{ $parameter = (& $path), $good }
                $report = Test-ActivityFile @arguments -ErrorAction SilentlyContinue -ErrorVariable errors
                $errors.FullyQualifiedErrorId | Should -Be "$id,StravaTools.PowerShell.Commands.TestActivityFileCommand"
                $errors[0].CategoryInfo.Category | Should -Be $category
                $errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
                $report.IsValid | Should -BeTrue
            }
        }

        It 'quotes the beginning of content that was passed instead of a path' {
            Get-Content "$Samples/lunch-walk.tcx" -Raw | Test-ActivityFile -ErrorAction SilentlyContinue -ErrorVariable errors
            $errors.FullyQualifiedErrorId | Should -Be 'FileNotFound,StravaTools.PowerShell.Commands.TestActivityFileCommand'
            "$errors" | Should -BeLike "'<?xml version=*...' does not exist.*"
            "$errors".Length | Should -BeLessThan 250
        }

        It 'writes FileNotReadable for a file without read permission' {
            $path = New-Gpx "$folder/locked.gpx"
            $lock = [System.IO.File]::Open($path, 'Open', 'ReadWrite', 'None')
            try { Test-ActivityFile $path -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty } finally { $lock.Dispose() }
            $errors.FullyQualifiedErrorId | Should -Be 'FileNotReadable,StravaTools.PowerShell.Commands.TestActivityFileCommand'
        }
    }

    Context 'rules' {
        BeforeEach { $bad = New-Text "$folder/bad.gpx" '<gpx><trk><trkseg/><trkseg><trkpt lat="1" lon="2"/></trkseg></trk></gpx>' }

        It 'checks <name>' -ForEach @(
            @{ Name = 'all by default'; Arguments = @{}; Expected = 'GPX0102', 'GPX0109', 'GPX0110', 'GPX0112' }
            @{ Name = 'those that are included'; Arguments = @{ IncludeRule = 'gpx010?', 'FIT*' }; Expected = 'GPX0102', 'GPX0109' }
            @{ Name = 'all but those that are excluded'; Arguments = @{ ExcludeRule = 'GPX011*' }; Expected = 'GPX0102', 'GPX0109' }
            @{ Name = 'from a severity on'; Arguments = @{ Severity = 'Error' }; Expected = 'GPX0102' }
        ) {
            (Test-ActivityFile $bad @arguments).Findings.RuleId | Sort-Object | Should -Be $expected
        }

        It 'reports a file as valid if no selected rule finds an error' {
            (Test-ActivityFile $bad -ExcludeRule GPX0102).IsValid | Should -BeTrue
        }

        It 'throws for a rule that does not exist: <parameter>' -ForEach @(@{ Parameter = 'IncludeRule' }, @{ Parameter = 'ExcludeRule' }) {
            $arguments = @{ $parameter = 'GPX0102', 'GPX9*' }
            { Test-ActivityFile $bad @arguments } | Should -Throw -ErrorId 'UnknownRule,StravaTools.PowerShell.Commands.TestActivityFileCommand'
        }

        It 'reports a file that is passed twice' {
            $first = New-Gpx "$folder/first.gpx"
            Copy-Item $first "$folder/second.gpx"
            $reports = Test-ActivityFile "$folder/*nd.gpx", $first
            $reports[0].Findings | Should -BeNullOrEmpty
            $reports[1].Findings.RuleId | Should -Be GEN0601
            $reports[1].Findings.Message | Should -BeLike '*second.gpx*'
        }

        It 'reports times in the future' {
            $path = New-Text "$folder/future.gpx" ([System.IO.File]::ReadAllText((New-Gpx "$folder/a.gpx")) -replace '2026-', '2126-')
            (Test-ActivityFile $path).Findings.RuleId | Should -Be GEN0205
        }
    }

    Context '-Quiet' {
        It 'is <expected> for <name>' -ForEach @(
            @{ Name = 'good files'; Paths = { "$Samples/*.tcx", "$Samples/*.fit" }; Expected = $true }
            @{ Name = 'a bad one among them'; Paths = { "$Samples/*.tcx", "$Samples/planned-route.gpx", "$Samples/*.fit" }; Expected = $false }
            @{ Name = 'a pattern that matches nothing'; Paths = { "$folder/*.fit" }; Expected = $false }
            @{ Name = 'a pattern that matches nothing, and a good file'; Paths = { "$folder/*.fit", "$Samples/*.tcx" }; Expected = $false }
            @{ Name = 'a folder without files'; Paths = { $null = New-Item "$folder/empty" -ItemType Directory; "$folder/*" }; Expected = $false }
            @{ Name = 'one that is missing'; Paths = { "$Samples/lunch-walk.tcx", "$folder/missing.fit" }; Expected = $false }
        ) {
            $result = Test-ActivityFile (& $paths) -Quiet -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
            $result | Should -BeOfType bool
            $result | Should -Be $expected
        }

        It 'is false if nothing comes from the pipeline' { @() | Test-ActivityFile -Quiet | Should -BeFalse }

        It 'emits one value for the complete pipeline' { Get-ChildItem $Samples -Filter *.tcx | Test-ActivityFile -Quiet | Should -HaveCount 1 }
    }

    It 'reports a pipe and a device instead of reading them, and continues' -Skip:$IsWindows {
        [System.Formats.Tar.PaxTarEntry]::new('Fifo', 'pipe.fit').ExtractToFile("$folder/pipe.fit", $false)
        $null = New-Item "$folder/endless.gpx" -ItemType SymbolicLink -Target /dev/zero
        $null = New-Gpx "$folder/ride.gpx"
        $reports = Test-ActivityFile "$folder/*" -ErrorAction SilentlyContinue -ErrorVariable errors
        $reports.Path | Split-Path -Leaf | Should -Be ride.gpx
        $errors.FullyQualifiedErrorId | Should -Be (@('FileNotReadable,StravaTools.PowerShell.Commands.TestActivityFileCommand') * 2)
        "$errors" | Should -BeLike '*device, a pipe, or a socket*'
        $errors[0].ErrorDetails.RecommendedAction | Should -Be 'Copy its content to a file first.'
    }

    Context '-ReportPath' {
        It 'never overwrites a file that was checked: <name>' -ForEach @(
            @{ Name = 'the file'; Report = { "$folder/ride.xml" } }
            @{ Name = 'in another way'; Report = { "$folder/../$(Split-Path $folder -Leaf)/ride.xml" } }
            @{ Name = 'a link to it'; Report = { (New-Item "$folder/link.xml" -ItemType SymbolicLink -Target "$folder/ride.xml").FullName } }
        ) {
            $path = New-Gpx "$folder/ride.xml"
            $hash = (Get-FileHash $path).Hash
            $null = Test-ActivityFile $path -ReportPath (& $report) -ErrorAction SilentlyContinue -ErrorVariable errors
            $errors.FullyQualifiedErrorId | Should -Be 'ReportNotWritten,StravaTools.PowerShell.Commands.TestActivityFileCommand'
            $errors[0].ErrorDetails.RecommendedAction | Should -Be 'Use another path for the report.'
            (Get-FileHash $path).Hash | Should -Be $hash
        }

        It 'replaces an old report completely, and keeps its permissions' {
            $report = New-Text "$folder/report.sarif" ('x' * 1000000)
            # A link to the old content, which a report that is written in place would change.
            $null = New-Item "$folder/old.sarif" -ItemType HardLink -Target $report
            if (-not $IsWindows) { [System.IO.File]::SetUnixFileMode($report, 'UserRead, UserWrite') }
            $null = Test-ActivityFile "$Samples/lunch-walk.tcx" -ReportPath $report
            Get-Content $report -Raw | ConvertFrom-Json | Should -Not -BeNullOrEmpty
            if (-not $IsWindows) { [System.IO.File]::GetUnixFileMode($report) | Should -Be 'UserWrite, UserRead' }
            Get-ChildItem $folder | Should -HaveCount 2
            (Get-Content "$folder/old.sarif" -Raw).Length | Should -Be 1000000
        }

        It 'writes <extension>' -ForEach @(
            @{ Extension = 'sarif'; Check = { (Get-Content $report -Raw | ConvertFrom-Json).runs[0].results.ruleId | Should -Contain GPX0102 } }
            @{ Extension = 'xml'; Check = { ([xml](Get-Content $report -Raw)).testsuites.testsuite.failures | Should -Be 1 } }
            @{ Extension = 'html'; Check = { Get-Content $report -Raw | Should -BeLike '*<!DOCTYPE html>*GPX0102*</html>*' } }
        ) {
            $report = "$folder/new/report.$extension"
            $reports = Test-ActivityFile "$Samples/planned-route.gpx", "$Samples/lunch-walk.tcx" -ReportPath $report
            $reports | Should -HaveCount 2
            & $check
        }

        It 'links the files of an HTML report to their pages' {
            Copy-Item "$Samples/lunch-walk.tcx" "$folder/a b#1.tcx"
            $null = Test-ActivityFile -LiteralPath "$Samples/planned-route.gpx", "$folder/a b#1.tcx", "$Samples/strength-workout.json" -ReportPath "$folder/my report.html"
            $links = [regex]::Matches((Get-Content "$folder/my report.html" -Raw), 'href="(my[^"]*)"') | ForEach-Object { $_.Groups[1].Value }
            $links | Should -Contain 'my%20report-pages/a%20b%231.tcx.html'
            foreach ($link in $links) { Get-Content -LiteralPath "$folder/$([uri]::UnescapeDataString($link))" -Raw | Should -BeLike '<!DOCTYPE html>*' }
        }

        It 'removes positions near start and end from the pages' {
            $null = Test-ActivityFile "$Samples/evening-run.gpx.gz" -ReportPath "$folder/all.html"
            $null = Test-ActivityFile "$Samples/evening-run.gpx.gz" -ReportPath "$folder/some.html" -HideStartAndEnd 300
            Get-Content "$folder/all-pages/evening-run.gpx.gz.html" -Raw | Should -BeLike '*class="start"*'
            Get-Content "$folder/some-pages/evening-run.gpx.gz.html" -Raw | Should -Not -BeLike '*class="start"*'
        }

        It 'writes paths relative to the current location' {
            $null = New-Gpx "$folder/rides/a.gpx"
            Push-Location $folder
            try { Test-ActivityFile rides/* -Quiet -ReportPath out.xml | Should -BeTrue } finally { Pop-Location }
            ([xml](Get-Content "$folder/out.xml" -Raw)).testsuites.testsuite.testcase.name | Should -Be 'rides/a.gpx'
        }

        It 'throws for an extension that no report format has' {
            { Test-ActivityFile $Samples/lunch-walk.tcx -ReportPath "$folder/report.txt" } | Should -Throw -ErrorId 'ReportFormatUnknown,StravaTools.PowerShell.Commands.TestActivityFileCommand'
        }

        It 'writes ReportNotWritten if it cannot be written' {
            $null = New-Item "$folder/report.xml" -ItemType Directory
            $report = Test-ActivityFile $Samples/lunch-walk.tcx -ReportPath "$folder/report.xml" -ErrorAction SilentlyContinue -ErrorVariable errors
            $report.IsValid | Should -BeTrue
            $errors.FullyQualifiedErrorId | Should -Be 'ReportNotWritten,StravaTools.PowerShell.Commands.TestActivityFileCommand'
        }
    }

    It 'keeps the order of many files <name>' -ForEach @(
        @{ Name = 'that are named'; Check = { Test-ActivityFile "$folder/*" } }
        @{ Name = 'of the pipeline'; Check = { Get-ChildItem $folder | Test-ActivityFile } }
    ) {
        1..200 | ForEach-Object { $null = New-Gpx ('{0}/{1:000}.gpx' -f $folder, $_) }
        (& $check).Path | Split-Path -Leaf | Should -Be (1..200 | ForEach-Object { '{0:000}.gpx' -f $_ })
    }

    It 'unpacks no more than the limits allow' {
        $gzip = "$folder/a.gpx.gz"
        $stream = [System.IO.Compression.GZipStream]::new([System.IO.File]::Create($gzip), [System.IO.Compression.CompressionLevel]::Optimal)
        $stream.Write([System.IO.File]::ReadAllBytes((New-Gpx "$folder/a.gpx"))); $stream.Dispose()
        (Test-ActivityFile $gzip).IsValid | Should -BeTrue
        (Test-ActivityFile $gzip -MaxUnpackedSize 100).Findings.RuleId | Should -Contain GEN0104
    }

    It 'stops when the pipeline ends early' {
        $null = New-Gpx "$folder/a.gpx"; $null = New-Gpx "$folder/b.gpx"
        Test-ActivityFile "$folder/*" -ErrorVariable errors | Select-Object -First 1 | Should -HaveCount 1
        $errors | Should -BeNullOrEmpty
    }
}
