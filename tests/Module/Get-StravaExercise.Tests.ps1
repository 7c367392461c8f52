BeforeAll { . $PSScriptRoot/Shared.ps1 }

Describe 'Get-StravaExercise' {
    It 'lists all exercises' {
        $all = Get-StravaExercise
        $all | Should -HaveCount 656
        $all[0] | Should -BeOfType StravaTools.Activities.Model.ExerciseType
    }

    It 'lists a group' { (Get-StravaExercise -Group squat).Group | Sort-Object -Unique | Should -Be Squat }

    It 'accepts wildcards in both parameters' {
        $found = Get-StravaExercise *SQUAT* -Group 'S*', Lunge
        $found.Name | Should -Contain BARBELL_BACK_SQUAT
        $found.Name | Should -Not -Contain BODY_WEIGHT_JUMP_SQUAT
    }

    It 'warns if nothing matches' {
        Get-StravaExercise NO_SUCH -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -BeLike '*NO_SUCH*'
    }

    It 'completes groups, quoted if needed, and exercises of the group' {
        $line = 'Get-StravaExercise -Group be'
        (TabExpansion2 $line -cursorColumn $line.Length).CompletionMatches[0].CompletionText | Should -Be "'Bench Press'"
        $line = 'Get-StravaExercise -Group Carry -Name '
        (TabExpansion2 $line -cursorColumn $line.Length).CompletionMatches | Should -HaveCount 7
    }
}
