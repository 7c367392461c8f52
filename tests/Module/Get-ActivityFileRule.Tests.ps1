BeforeAll { . $PSScriptRoot/Shared.ps1 }

Describe 'Get-ActivityFileRule' {
    It 'lists each rule once, with all its texts' {
        $rules = Get-ActivityFileRule
        $rules.Count | Should -BeGreaterThan 70
        $rules[0] | Should -BeOfType StravaTools.Activities.Validation.ActivityFileRule
        $rules.Id | Should -Be ($rules.Id | Sort-Object -Unique)
        foreach ($rule in $rules) {
            $rule.Title, $rule.Why, $rule.WhatToDo, $rule.Example | Should -Not -BeNullOrEmpty
        }
    }

    It 'selects by <name>' -ForEach @(
        @{ Name = 'an id'; Get = { Get-ActivityFileRule gpx0102 }; Expected = 'GPX0102' }
        @{ Name = 'wildcards'; Get = { Get-ActivityFileRule GEN060?, FIT010[1] -ErrorAction Ignore }; Expected = 'GEN0601', 'GEN0602' }
        @{ Name = 'overlapping patterns, once'; Get = { Get-ActivityFileRule GEN060*, *601 }; Expected = 'GEN0601', 'GEN0602' }
        @{ Name = 'ids of the pipeline'; Get = { 'TCX0101', 'GPX0101' | Get-ActivityFileRule }; Expected = 'TCX0101', 'GPX0101' }
        @{ Name = 'findings'; Get = { (Test-ActivityFile $Samples/planned-route.gpx).Findings | Get-ActivityFileRule }; Expected = 'GPX0102' }
        @{ Name = 'a severity'; Get = { Get-ActivityFileRule JSN* -Severity Warning }; Expected = 'JSN0109', 'JSN0110', 'JSN0111', 'JSN0112' }
    ) {
        (& $get).Id | Should -Be $expected
    }

    It 'lists the rules of a format, including those for all formats' {
        $prefixes = (Get-ActivityFileRule -Format Fit).Id | ForEach-Object { $_.Substring(0, 3) } | Sort-Object -Unique
        $prefixes | Should -Be 'FIT', 'GEN'
    }

    It 'writes UnknownRule for an unknown pattern and continues' {
        $rules = Get-ActivityFileRule XYZ*, GPX0101 -ErrorAction SilentlyContinue -ErrorVariable errors
        $rules.Id | Should -Be GPX0101
        $errors.FullyQualifiedErrorId | Should -Be 'UnknownRule,StravaTools.PowerShell.Commands.GetActivityFileRuleCommand'
        $errors[0].CategoryInfo.Category | Should -Be InvalidArgument
    }

    It 'completes IDs and words of a title' {
        $line = 'Get-ActivityFileRule -Id barom'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'GPX0108', 'TCX0109'
        $line = 'Get-ActivityFileRule TCX010'
        (TabExpansion2 $line $line.Length).CompletionMatches[0].ToolTip | Should -Be 'Error: TCX is well-formed XML'
    }
}
