# The compiler finds claims by the form of their line: It 'name' -Tag 'Clause:UP-014', 'Clause:UP-015'. Here PowerShell's own parser shows that these lines
# are tests that run and assert, and that no claim has another form.
BeforeDiscovery {
    $files = Get-ChildItem $PSScriptRoot -Filter *.Tests.ps1 | ForEach-Object { @{ Name = $_.Name; File = $_.FullName } }
}

BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $clauses = Get-ChildItem "$PSScriptRoot/../Conformance/contract" -Filter *.clauses | Get-Content |
        ForEach-Object { if ($_ -cmatch '^(?<id>[A-Z0-9]+-\d{3}) ') { $Matches.id } }

    function Find-Command($Ast, [string[]]$Name) {
        $Ast.FindAll({ param($node) $node -is [System.Management.Automation.Language.CommandAst] -and $node.GetCommandName() -in $Name }, $true)
    }

    # What follows a parameter, as its text: '' for a switch without a value, nothing if the parameter is not there.
    function Get-ArgumentText($Command, [string]$Parameter) {
        for ($i = 0; $i -lt $Command.CommandElements.Count; $i++) {
            $element = $Command.CommandElements[$i]
            if ($element -is [System.Management.Automation.Language.CommandParameterAst] -and $Parameter -like "$($element.ParameterName)*") {
                if ($element.Argument) { return $element.Argument.Extent.Text }
                $next = $Command.CommandElements[$i + 1]
                return ($Parameter -eq 'Tag' -and $next) ? $next.Extent.Text : ''
            }
        }
    }

    function Get-ContractProblem([string]$Text) {
        $ast = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref]$null, [ref]$null)
        $written = [regex]::Matches($Text, "(?m)^[ \t]*It '([^']|'')*' -Tag ('[^']*')(, '[^']*')*").ForEach({
                $line = $_
                [regex]::Matches($line.Value, "'Clause:([^']*)'").ForEach({ "$(($Text.Substring(0, $line.Index + $_.Index) -split '\n').Count): $($_.Groups[1].Value)" })
            })
        $parsed = foreach ($block in Find-Command $ast Describe, Context, It) {
            $line = $block.Extent.StartLineNumber
            $ids = [regex]::Matches("$(Get-ArgumentText $block Tag)", '(?i)Clause:([^''",)\s]*)').ForEach({ $_.Groups[1].Value })
            $skip = Get-ArgumentText $block Skip
            if ($skip -in '', '$true') { "${line}: is always skipped" }
            foreach ($id in $ids) {
                if ($id -cnotin $clauses) { "${line}: the contract has no clause $id" }
                if (-not (Find-Command $block Should)) { "${line}: claims $id and asserts nothing" }
                if ("${line}: $id" -cnotin $written) { "${line}: claims $id in another form than It 'name' -Tag 'Clause:$id'" }
                "parsed ${line}: $id"
            }
        }
        @($parsed) -cnotlike 'parsed *'
        $written | Where-Object { "parsed $_" -cnotin $parsed } | ForEach-Object { "$_ is claimed by a line that is not a test" }
    }
}

Describe 'The contract in Pester' {
    It 'is claimed truthfully in <Name>' -ForEach $files {
        Get-ContractProblem (Get-Content $File -Raw) | Should -BeNullOrEmpty
    }

    It 'accepts a claim with an assertion, and a skip with a condition' {
        Get-ContractProblem "It 'a' -Tag 'Clause:DE-003', 'Slow', 'Clause:DE-004' -Skip:(-not `$here) { 1 | Should -Be 1 }`nIt 'b' { Select-Object -Skip 1 }" |
            Should -BeNullOrEmpty
    }

    It 'reports <Problem>' -ForEach @(
        @{ Text = "It 'a' -Tag 'Clause:XX-999' { 1 | Should -Be 1 }"; Problem = '1: the contract has no clause XX-999' }
        @{ Text = "It 'a' -Tag 'Clause:DE-003' { Get-Item x }"; Problem = '1: claims DE-003 and asserts nothing' }
        @{ Text = "`n  It 'a' -Skip { 1 | Should -Be 1 }"; Problem = '2: is always skipped' }
        @{ Text = "Describe 'a' -Skip:`$true { }"; Problem = '1: is always skipped' }
        @{ Text = "It ""a"" -Tag 'Clause:DE-003' { 1 | Should -Be 1 }"; Problem = "1: claims DE-003 in another form than It 'name' -Tag 'Clause:DE-003'" }
        @{ Text = "Context 'a' -Tag Clause:DE-003 { 1 | Should -Be 1 }"; Problem = "1: claims DE-003 in another form than It 'name' -Tag 'Clause:DE-003'" }
        @{ Text = "<#`nIt 'a' -Tag 'Clause:DE-003' { 1 | Should -Be 1 }`n#>"; Problem = '2: DE-003 is claimed by a line that is not a test' }
    ) {
        Get-ContractProblem $Text | Should -Be $Problem
    }
}

Describe 'Each cmdlet' {
    It 'that supports -WhatIf is run with it by a test that asserts something' {
        $untested = foreach ($cmdlet in Get-Command -Module StravaTools | Where-Object { $_.Parameters.ContainsKey('WhatIf') }) {
            $ast = [System.Management.Automation.Language.Parser]::ParseFile("$PSScriptRoot/$($cmdlet.Name).Tests.ps1", [ref]$null, [ref]$null)
            $tests = Find-Command $ast It | Where-Object {
                (Find-Command $_ Should) -and (Find-Command $_ $cmdlet.Name | Where-Object { $null -ne (Get-ArgumentText $_ WhatIf) })
            }
            if (-not $tests) { $cmdlet.Name }
        }
        $untested | Should -BeNullOrEmpty
    }

    It 'that writes objects declares their type' {
        (Get-Command -Module StravaTools | Where-Object { -not $_.OutputType }).Name |
            Should -Be Disconnect-Strava, Import-FakeStravaState, Reset-FakeStrava, Stop-FakeStrava, Unregister-StravaSync
    }
}
