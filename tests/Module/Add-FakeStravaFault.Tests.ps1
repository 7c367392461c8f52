BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $athlete = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
}
AfterAll { Stop-FakeStrava }

Describe 'Add-FakeStravaFault' {
    AfterEach { Reset-FakeStrava Faults }

    It 'makes one request fail' {
        $fault = Add-FakeStravaFault getAthlete 401
        $fault.Operation, $fault.Status, $fault.Times | Should -Be getAthlete, 401, 1
        Get-StravaAthlete @athlete -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        $errors | Should -Not -BeNullOrEmpty
        (Get-StravaAthlete @athlete).Id | Should -Be 227615
    }

    It 'makes all requests to a route fail until it is removed' {
        $fault = Add-FakeStravaFault -Route '/api/v3/athlet*' -Status 401 -Always
        $fault.Times | Should -BeNullOrEmpty
        1..2 | ForEach-Object { Get-StravaAthlete @athlete -ErrorAction Ignore } | Should -BeNullOrEmpty
        Reset-FakeStrava Faults
        (Get-StravaAthlete @athlete).Id | Should -Be 227615
    }

    It 'orders faults of the connection' {
        $fault = Add-FakeStravaFault getAthlete -Connection BrokenChunk -PieceBytes 7
        $fault.Connection | Should -Be brokenChunk
        Get-StravaAthlete @athlete -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
        $errors | Should -Not -BeNullOrEmpty
    }

    It 'reports what is missing in the fault' {
        Add-FakeStravaFault getAthlete -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors[0].FullyQualifiedErrorId | Should -Be 'RequestRefused,StravaTools.PowerShell.Commands.AddFakeStravaFaultCommand'
        "$errors" | Should -Match 'needs a status, a connection, a delay, or pieceBytes'
        "$errors" | Should -Not -Match '\.\.'
    }

    It 'refuses an unknown operation with all names, which are those that are completed' {
        Add-FakeStravaFault nothing 500 -ErrorAction SilentlyContinue -ErrorVariable errors
        "$errors" | Should -Match 'There is no operation "nothing"'
        $names = [regex]::Match("$errors", 'Use one of these: (.+?)\.(\s|$)').Groups[1].Value -split ', '
        $line = 'Add-FakeStravaFault '
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Where-Object { $_ -notlike '-*' } | Sort-Object |
            Should -Be ($names | Sort-Object)
    }

    It 'refuses the probability <_>' -ForEach 0, 1.1 {
        { Add-FakeStravaFault getAthlete 500 -Probability $_ } |
            Should -Throw -ErrorId 'ParameterArgumentValidationError,StravaTools.PowerShell.Commands.AddFakeStravaFaultCommand'
    }

    It '-WhatIf orders nothing' {
        Add-FakeStravaFault getAthlete 500 -WhatIf | Should -BeNullOrEmpty
        (Get-StravaAthlete @athlete).Id | Should -Be 227615
    }
}
