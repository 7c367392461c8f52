BeforeAll { . $PSScriptRoot/Shared.ps1 }

Describe 'Test-ActivityFile' {
    BeforeEach { $folder = New-TestFolder }

    Context 'what it emits' {
        It 'tells what is in a good file' {
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

        It 'tells what is wrong with a bad one, without an error' {
            $report = Test-ActivityFile $Samples/planned-route.gpx -ErrorVariable errors
            $report.IsValid | Should -BeFalse
            $report.Findings.RuleId | Should -Be GPX0102
            $errors | Should -BeNullOrEmpty
        }

        It 'has a rule for <name>' -ForEach @(
            @{ Name = 'an empty file'; File = 'empty.gpx'; Text = ''; Rule = 'GEN0101' }
            @{ Name = 'a text called .fit'; File = 'text.fit'; Text = 'no activity'; Rule = 'GEN0102' }
            @{ Name = 'XML with a DTD'; File = 'dtd.gpx'; Text = '<!DOCTYPE gpx [<!ENTITY a "b">]><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"/>'; Rule = 'GPX0104' }
            @{ Name = 'a JSON with a wrong version'; File = 'v.json'; Text = '{"version":"2.0","start_time":"2025-01-15T08:30:00Z","sets":[]}'; Rule = 'JSN0102' }
        ) {
            (Test-ActivityFile (New-Text "$folder/$file" $text)).Findings.RuleId | Should -Contain $rule
        }
    }

    Context 'paths' {
        It 'expands wildcards, and passes over the directories they match' {
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

        It 'takes brackets for a pattern in -Path, and as written in -LiteralPath' {
            $null = New-Gpx "$folder/ride[1].gpx"; $null = New-Gpx "$folder/ride1.gpx"
            (Test-ActivityFile -Path "$folder/ride[1].gpx").Path | Split-Path -Leaf | Should -Be 'ride1.gpx'
            (Test-ActivityFile -LiteralPath "$folder/ride[1].gpx").Path | Split-Path -Leaf | Should -Be 'ride[1].gpx'
        }

        It 'takes the output of <name> as it is, brackets and all' -ForEach @(
            @{ Name = 'Get-ChildItem'; Output = { Get-ChildItem -LiteralPath $folder } }
            @{ Name = 'Get-ChildItem -Name'; Output = { Get-ChildItem -LiteralPath $folder | ForEach-Object FullName } }
            @{ Name = 'Test-ActivityFile'; Output = { Get-ChildItem -LiteralPath $folder | Test-ActivityFile } }
        ) {
            $null = New-Gpx "$folder/Tür [1] ü 山.gpx"
            (& $output | Test-ActivityFile -ErrorVariable errors).Path | Split-Path -Leaf | Should -Be 'Tür [1] ü 山.gpx'
            $errors | Should -BeNullOrEmpty
        }

        It 'goes by the current location of PowerShell, and takes the paths of its drives' {
            $null = New-Gpx "$folder/a.gpx"
            $null = New-PSDrive Rides FileSystem $folder
            Push-Location $folder
            try { (Test-ActivityFile a.gpx).Path | Should -Be (Join-Path $folder a.gpx) } finally { Pop-Location }
            (Test-ActivityFile Rides:/a.gpx).Path | Should -Be (Join-Path $folder a.gpx)
            (Test-ActivityFile -LiteralPath Rides:/a.gpx).Path | Should -Be (Join-Path $folder a.gpx)
        }

        It 'passes over a directory of Get-ChildItem with a line for -Verbose' {
            $null = New-Item "$folder/sub" -ItemType Directory
            $output = Get-ChildItem $folder | Test-ActivityFile -Verbose -ErrorVariable errors 4>&1
            "$output" | Should -BeLike '*is a directory and is passed over*'
            $errors | Should -BeNullOrEmpty
        }

        It 'writes <id> for <name>, and goes on' -ForEach @(
            @{ Id = 'FileNotFound'; Name = 'a missing file'; Path = { "$folder/missing.gpx" }; Category = 'ObjectNotFound' }
            @{ Id = 'FileNotFound'; Name = 'an unknown drive'; Path = { 'Nowhere:/a.gpx' }; Category = 'ObjectNotFound' }
            @{ Id = 'PathIsDirectory'; Name = 'a directory'; Path = { $folder }; Category = 'InvalidArgument' }
            @{ Id = 'NotAFileSystemPath'; Name = 'another provider'; Path = { 'Env:/PATH' }; Category = 'InvalidArgument' }
        ) {
            $good = New-Gpx "$folder/good.gpx"
            foreach ($parameter in 'Path', 'LiteralPath') {
                $arguments = @{ $parameter = (& $path), $good }
                $report = Test-ActivityFile @arguments -ErrorAction SilentlyContinue -ErrorVariable errors
                $errors.FullyQualifiedErrorId | Should -Be "$id,StravaTools.PowerShell.TestActivityFileCommand"
                $errors[0].CategoryInfo.Category | Should -Be $category
                $errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
                $report.IsValid | Should -BeTrue
            }
        }

        It 'writes FileNotReadable for a file that may not be read' {
            $path = New-Gpx "$folder/locked.gpx"
            $lock = [System.IO.File]::Open($path, 'Open', 'ReadWrite', 'None')
            try { Test-ActivityFile $path -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty } finally { $lock.Dispose() }
            $errors.FullyQualifiedErrorId | Should -Be 'FileNotReadable,StravaTools.PowerShell.TestActivityFileCommand'
        }
    }

    It 'stops where the pipeline ends early' {
        $null = New-Gpx "$folder/a.gpx"; $null = New-Gpx "$folder/b.gpx"
        Test-ActivityFile "$folder/*" -ErrorVariable errors | Select-Object -First 1 | Should -HaveCount 1
        $errors | Should -BeNullOrEmpty
    }
}
