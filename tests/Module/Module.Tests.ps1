BeforeDiscovery {
    $root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
    $cmdlets = (Import-PowerShellDataFile "$root/StravaTools.psd1").CmdletsToExport | ForEach-Object { @{ Name = $_; Page = "$root/module/docs/$_.md" } }
}

BeforeAll {
    . $PSScriptRoot/Shared.ps1
    function Invoke-Script([string]$Text) { Invoke-PowerShell -Command $Text }
}
AfterAll { Stop-FakeStrava }

Describe 'The module' {
    It 'exports its cmdlets and nothing else' {
        $module = Get-Module StravaTools
        $module.Version | Should -Be '0.1.0'
        $module.ExportedCommands.Keys | Sort-Object | Should -Be (Import-PowerShellDataFile $Manifest).CmdletsToExport
        $module.ExportedCommands.Values | ForEach-Object CommandType | Sort-Object -Unique | Should -Be Cmdlet
    }

    It 'reads durations as hours, or as seconds, in every cmdlet' {
        $parameters = (Get-Command -Module StravaTools).Parameters.Values | Where-Object { $_.ParameterType -in [timespan], [Nullable[timespan]] -and $_.Name -ne 'Every' }
        $parameters.Count | Should -BeGreaterThan 9
        foreach ($parameter in $parameters) {
            $transform = $parameter.Attributes | Where-Object { $_ -is [StravaTools.PowerShell.Parameters.ToDurationAttribute] }
            $transform | Should -HaveCount 1 -Because $parameter.Name
            $transform.Transform($ExecutionContext, '26:00:00') | Should -Be ([timespan]::FromHours(26))
            $transform.Transform($ExecutionContext, 90) | Should -Be ([timespan]::FromSeconds(90))
        }
    }

    It 'has the version of its driver of PostgreSQL' {
        (Import-PowerShellDataFile "$RepositoryRoot/StravaTools.PostgreSql/StravaTools.PostgreSql.psd1").ModuleVersion |
            Should -Be (Import-PowerShellDataFile $Manifest).ModuleVersion
    }

    It 'shows no regular expression if a value is not valid' {
        $parameters = (Get-Command -Module StravaTools).Parameters.Values
        $parameters.Count | Should -BeGreaterThan 99
        $parameters | Where-Object { $_.Attributes -is [ValidatePattern] } | ForEach-Object Name | Should -BeNullOrEmpty
    }

    It 'has a valid manifest' { Test-ModuleManifest $Manifest | Should -Not -BeNullOrEmpty }

    It 'can be imported again with -Force, with help, views, and its fakes' {
        $output = Invoke-Script "Import-Module '$Manifest'; `$fake = Start-FakeStrava -UseAsDefault; Import-Module '$Manifest' -Force
            (Get-Help Send-StravaUpload).Synopsis
            Test-ActivityFile '$Samples/lunch-walk.tcx' | Out-String -Width 120
            Stop-FakeStrava
            `$null -eq (Get-Process -Id `$fake.ProcessId -ErrorAction Ignore)
            `$null -eq `$env:STRAVA_BASE_URI"
        $output[0] | Should -BeLike 'Checks activity files*'
        "$output" | Should -BeLike '*Valid*Km*Elapsed*'
        $output[-2..-1] | Should -Be 'True', 'True'
    }

    It 'stops its fakes when it is removed' {
        $output = Invoke-Script "Import-Module '$Manifest'; `$fake = Start-FakeStrava -UseAsDefault; Remove-Module StravaTools
            @(Get-Command Send-StravaUpload -ErrorAction Ignore -ListImported).Count
            `$null -eq (Get-Process -Id `$fake.ProcessId -ErrorAction Ignore)
            `$null -eq `$env:STRAVA_BASE_URI"
        $output | Should -Be '0', 'True', 'True'
    }

    It 'is found by its name on the module path' {
        $modules = New-TestFolder
        $null = New-Item -ItemType SymbolicLink "$modules/StravaTools" -Target $RepositoryRoot
        Invoke-Script "`$env:PSModulePath = '$modules' + [System.IO.Path]::PathSeparator + `$env:PSModulePath; (Test-ActivityFile '$Samples/lunch-walk.tcx').IsValid" | Should -Be True
    }

    It 'works end to end, from another directory and for a path with spaces, brackets, and non-ASCII letters' {
        $folder = (New-Item "$(New-TestFolder)/Meine [neuen] Fahrten 山 ü" -ItemType Directory).FullName
        $null = New-Gpx "$folder/a [1].gpx"; $null = New-Gpx "$folder/Übung & mehr.gpx"; $null = [System.IO.Directory]::CreateDirectory("$folder/sub")
        Copy-Item $Photo "$folder/Ziel [1].jpg"
        $fake = Start-FakeStrava -Partner -UseAsDefault
        Push-Location -LiteralPath $folder
        try {
            $results = Get-ChildItem *.gpx, sub | Send-StravaUpload -Wait | Add-StravaPhoto -PhotoPath 'Ziel [1].jpg' -ErrorVariable errors
        }
        finally { Pop-Location; Stop-FakeStrava }
        $errors | Should -BeNullOrEmpty
        $results.Outcome | Should -Be Added, Added
        $results.Path | Split-Path -Leaf | Sort-Object | Should -Be 'a [1].gpx', 'Übung & mehr.gpx'
    }

    It 'works in a script run with -File and passes errors to its exit code' {
        $script = New-Text "$(New-TestFolder)/job.ps1" "`$ErrorActionPreference = 'Stop'; Import-Module '$Manifest'; Send-StravaUpload missing.gpx"
        $output = Invoke-PowerShell -File $script 2>&1
        $LASTEXITCODE | Should -Be 1
        "$output" | Should -BeLike '*No access token is available*'
    }

    It 'shows its tables in 120 columns' {
        $fake = Start-FakeStrava -Partner -UseAsDefault
        $sent = Get-ChildItem $Samples -Exclude *.proj, *.ps1 | Send-StravaUpload -Wait -ErrorAction SilentlyContinue
        $activity = New-StravaActivity Yoga Yoga '2026-01-01 07:30' 3600
        $photos = $sent | Add-StravaPhoto $Photo
        $reports = Get-ChildItem $Samples | Test-ActivityFile
        Stop-FakeStrava
        foreach ($output in $fake, $sent, $activity, $photos, $reports, $reports.Findings) {
            $lines = ($output | Out-String -Width 120) -split '\r?\n' | ForEach-Object TrimEnd
            $lines | Where-Object Length -GT 120 | Should -BeNullOrEmpty
            # One header and one line under it: all objects of a type are one table. Findings are one table per file.
            $tables = if ($output[0] -is [StravaTools.Activities.Validation.Finding]) { @($output.Path | Sort-Object -Unique).Count } else { 1 }
            $lines | Where-Object { $_ -match '^[- ]*---[- ]*$' } | Should -HaveCount $tables
            ($output | Format-List | Out-String -Width 120) | Should -Not -BeNullOrEmpty
        }
    }
}

Describe 'The about topics' {
    It '<_> is found by Get-Help' -ForEach 'about_StravaTools', 'about_StravaTools_Errors', 'about_StravaTools_Automation', 'about_FakeStrava' {
        # As in the package: Get-Help looks in the folder of the manifest, on the module path.
        $modules = New-TestFolder
        $null = New-Item "$modules/StravaTools/en-US" -ItemType Directory -Force
        Copy-Item "$RepositoryRoot/module/en-US/about_*" "$modules/StravaTools/en-US"
        Copy-Item $Manifest "$modules/StravaTools"
        Invoke-Script "`$env:PSModulePath = '$modules' + [System.IO.Path]::PathSeparator + `$env:PSModulePath; Get-Help $_ | Out-String" | Out-String | Should -BeLike "*$_*LONG DESCRIPTION*"
    }

    It 'explain every outcome' {
        $outcomes = Get-Content "$RepositoryRoot/module/en-US/about_StravaTools.help.txt" -Raw
        $null = Get-Command Send-StravaUpload | ForEach-Object { $_.OutputType.Type }
        [enum]::GetNames([StravaTools.Client.Uploads.UploadOutcome]) | Where-Object { $outcomes -notmatch "(?m)^        $_ " } | Should -BeNullOrEmpty
    }
}

Describe 'The help of <Name>' -ForEach $cmdlets {
    BeforeAll {
        $command = Get-Command $Name
        $help = Get-Help $Name -Full
        $text = Get-Content $Page -Raw
        $common = [System.Management.Automation.Cmdlet]::CommonParameters
        $optional = 'WhatIf', 'Confirm'
    }

    It 'is not generated by PowerShell' {
        $help.Synopsis | Should -Not -BeLike "*$Name*"
        $help.description.Text | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
        $help.relatedLinks.navigationLink | Should -Not -BeNullOrEmpty
    }

    It 'is the page that Get-Help -Online opens' {
        $command.HelpUri | Should -Be "https://github.com/stravatools/stravatools/blob/main/module/docs/$Name.md"
        # PowerShell opens the first address among the links, if there is one.
        $help.relatedLinks.navigationLink.uri | Where-Object { $_ } | Should -BeNullOrEmpty
    }

    It 'has the syntax of the cmdlet' {
        $block = [regex]::Match($text, '(?s)\n## SYNTAX\n(.*?)\n## ').Groups[1].Value
        $syntax = [regex]::Matches($block, '(?s)```\w*\n(.*?)```') | ForEach-Object { $_.Groups[1].Value -replace '\s+', ' ' } | ForEach-Object Trim
        $syntax | Should -Be ($command.ParameterSets | ForEach-Object { "$Name $_" -replace '\s+', ' ' })
    }

    It 'has the parameters of the cmdlet' {
        $names = $command.Parameters.Keys | Where-Object { $_ -notin $common -and $_ -notin $optional } | Sort-Object
        $help.parameters.parameter.name | Where-Object { $_ -notin $optional } | Sort-Object | Should -Be $names
        foreach ($parameter in $names) {
            $section = [regex]::Match($text, "(?s)### -$parameter\n(.*?)(?=\n### |\n## )").Groups[1].Value
            $values = @{}
            [regex]::Matches($section, '(?m)^(Type|Parameter Sets|Aliases|Required|Position|Accept pipeline input|Accept wildcard characters): ?(.*)$') | ForEach-Object { $values[$_.Groups[1].Value] = $_.Groups[2].Value }
            $definition = $command.Parameters[$parameter]
            $set = @($definition.ParameterSets.Values)[0]
            $by = @(if ($set.ValueFromPipelineByPropertyName) { 'ByPropertyName' }; if ($set.ValueFromPipeline) { 'ByValue' })
            $type = [System.Nullable]::GetUnderlyingType($definition.ParameterType) ?? $definition.ParameterType
            $expected = @{
                Type = $type.Name
                'Parameter Sets' = if ($definition.ParameterSets.ContainsKey('__AllParameterSets')) { '(All)' } else { $definition.ParameterSets.Keys -join ', ' }
                Aliases = $definition.Aliases -join ', '
                Required = "$($set.IsMandatory)"
                Position = if ($set.Position -ge 0) { "$($set.Position)" } else { 'Named' }
                'Accept pipeline input' = if ($by) { "True ($($by -join ', '))" } else { 'False' }
                'Accept wildcard characters' = "$([bool]($definition.Attributes | Where-Object { $_ -is [System.Management.Automation.SupportsWildcardsAttribute] }))"
            }
            foreach ($key in $expected.Keys) { $values[$key] | Should -Be $expected[$key] -Because "-$parameter has this as $key" }
            $shown = $help.parameters.parameter | Where-Object name -EQ $parameter
            $shown.description.Text | Should -Not -BeNullOrEmpty
            $shown.required | Should -Be $expected.Required
            $shown.pipelineInput | Should -Be $expected['Accept pipeline input']
        }
    }

    It 'has examples that PowerShell can parse: <Name>' {
        foreach ($example in [regex]::Matches($text, '(?s)```powershell\n(.*?)```')) {
            $errors = $null
            $ast = [System.Management.Automation.Language.Parser]::ParseInput($example.Groups[1].Value, [ref]$null, [ref]$errors)
            $errors | Should -BeNullOrEmpty
            foreach ($call in $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
                $known = Get-Command $call.GetCommandName() -ErrorAction Ignore
                $known | Should -Not -BeNullOrEmpty -Because "$($call.GetCommandName()) is in an example"
                foreach ($used in $call.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] }) {
                    $known.ResolveParameter($used.ParameterName) | Should -Not -BeNullOrEmpty
                }
            }
        }
    }

    It 'has the output types of the cmdlet' {
        $outputs = [regex]::Match($text, '(?s)\n## OUTPUTS\n(.*?)\n## ').Groups[1].Value
        $types = [regex]::Matches($outputs, '(?m)^### (.+)$') | ForEach-Object { $_.Groups[1].Value }
        $types | Should -Be $(if ($command.OutputType) { $command.OutputType.Name } else { 'None' })
    }
}
