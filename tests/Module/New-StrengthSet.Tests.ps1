BeforeAll { . $PSScriptRoot/Shared.ps1 }

Describe 'New-StrengthSet' {
    It 'creates sets' {
        $sets = New-StrengthSet barbell_back_squat 8 80.5 -Count 3 -WarningVariable warnings
        $sets | Should -HaveCount 3
        $sets[2] | Should -BeOfType StravaTools.Activities.Model.WorkoutSet
        $sets[2].ExerciseType | Should -BeExactly BARBELL_BACK_SQUAT
        $sets[2].Repetitions | Should -Be 8
        $sets[2].Weight | Should -Be 80.5
        $sets[2].Duration | Should -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
    }

    It 'reads a number as seconds' { (New-StrengthSet PLANK_HOLD -Duration 90).Duration | Should -Be '00:01:30' }

    It 'accepts the rows of a CSV, including empty cells' {
        $sets = "ExerciseType,Repetitions,Weight,Duration,StartTime`nBURPEE,10,,,`nPLANK_HOLD,,,60,2026-01-15T08:40:00+01:00" | ConvertFrom-Csv | New-StrengthSet
        $sets[0].Repetitions | Should -Be 10
        $sets[1].Repetitions | Should -BeNullOrEmpty
        $sets[0].Weight | Should -BeNullOrEmpty
        $sets[1].Duration | Should -Be '00:01:00'
        $sets[1].StartTime | Should -Be ([datetimeoffset]'2026-01-15T08:40:00+01:00')
    }

    It 'accepts exercises from Get-StravaExercise' { (Get-StravaExercise -Group Carry | New-StrengthSet -Repetitions 5).Count | Should -Be 7 }

    It 'rejects negative numbers' { { New-StrengthSet BURPEE -1 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' }

    It 'warns about an undocumented exercise and creates the set' {
        (New-StrengthSet FLYING_CARPET -WarningVariable warnings -WarningAction SilentlyContinue).ExerciseType | Should -Be FLYING_CARPET
        "$warnings" | Should -BeLike '*FLYING_CARPET*'
    }

    It 'completes exercises, those that begin with the word first' {
        $found = (TabExpansion2 'New-StrengthSet squat' -cursorColumn 21).CompletionMatches.CompletionText
        $found[0] | Should -BeLike 'SQUAT*'
        $found | Should -Contain BARBELL_BACK_SQUAT
    }
}
