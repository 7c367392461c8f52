BeforeAll { . $PSScriptRoot/Shared.ps1 }
AfterAll { Stop-FakeStrava }

Describe 'Start-FakeStrava' {
    It 'starts a process that responds' {
        $fake = Start-FakeStrava
        $fake | Should -BeOfType StravaTools.PowerShell.Work.FakeStrava
        (Get-Process -Id $fake.ProcessId).HasExited | Should -BeFalse
        $fake.Url.IsLoopback | Should -BeTrue
        Get-FakeActivity $fake | Should -BeNullOrEmpty
        $env:STRAVA_BASE_URI | Should -BeNullOrEmpty
    }

    It 'has a club and a segment on the route of the sample ride' {
        $fake = Start-FakeStrava
        $server = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
        $null = Send-StravaUpload (Join-Path $Samples 'morning-ride.fit') -Wait @server
        (Get-StravaSegment 229781 @server).Name | Should -Be 'Morning Climb'
        (Get-StravaSegmentLeaderboard 229781 @server).AthleteId | Should -Be 227615
        @(Get-StravaSegmentEffort 229781 @server).Count | Should -Be 1
        ((Get-StravaAthlete @server).Clubs | Get-StravaClub @server).Name | Should -Be 'Team Fake'
    }

    It 'uses the specified port' {
        $port = Get-FreePort
        (Start-FakeStrava -Port $port).Url | Should -Be "http://127.0.0.1:$port/"
    }

    It '-World starts with the state of a file' {
        $file = New-Text (Join-Path (New-TestFolder) 'world.json') '{"athletes":[{"id":5,"firstName":"Ada","accessToken":"ada"}]}'
        $fake = Start-FakeStrava -World $file
        (Get-StravaAthlete -BaseUri $fake.Url -AccessToken (ConvertTo-Secret $fake.AccessToken)).FirstName | Should -Be Ada
    }

    It 'does not show the token by default' {
        $fake = Start-FakeStrava
        $fake.AccessToken | Should -Not -BeNullOrEmpty
        $fake | Out-String | Should -Not -Match ([regex]::Escape($fake.AccessToken))
    }

    It '-WhatIf starts nothing' { Start-FakeStrava -UseAsDefault -WhatIf | Should -BeNullOrEmpty; $env:STRAVA_BASE_URI | Should -BeNullOrEmpty }

    It 'rejects an unknown -Processing' {
        $failure = try { Start-FakeStrava -Processing soon } catch { $_ }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
        "$failure" | Should -BeLike "*'soon' is not valid. Use immediate, polls:N, seconds:N, or hold."
    }

    It 'holds uploads until they are completed' {
        $fake = Start-FakeStrava -Processing hold
        (Invoke-RestMethod "$($fake.Url)__admin/strava/processing").uploads | Should -Be hold
    }

    It 'throws with the output of the process if the port is in use: FakeStravaFailed' {
        $port = (Start-FakeStrava).Url.Port
        $failure = try { Start-FakeStrava -Port $port } catch { $_ }
        $failure.FullyQualifiedErrorId | Should -Be 'FakeStravaFailed,StravaTools.PowerShell.Commands.StartFakeStravaCommand'
        "$failure" | Should -BeLike '*address already in use*'
    }

    It 'throws if dotnet is missing: DotnetNotFound' {
        $names = 'PATH', 'DOTNET_ROOT', 'DOTNET_HOST_PATH'
        $before = $names | ForEach-Object { [Environment]::GetEnvironmentVariable($_) }
        # A dotnet in the current directory, of PowerShell and of the process, is not used.
        $folder = New-TestFolder
        foreach ($name in 'dotnet', 'dotnet.exe') { $null = New-Text (Join-Path $folder $name) '' }
        $processFolder = [Environment]::CurrentDirectory
        Push-Location $folder
        try {
            [Environment]::CurrentDirectory = $folder
            Remove-Item Env:DOTNET_ROOT, Env:DOTNET_HOST_PATH -ErrorAction Ignore
            $env:PATH = '.'
            $failure = try { Start-FakeStrava } catch { $_ }
        }
        finally { 0..2 | ForEach-Object { Set-Item "Env:$($names[$_])" $before[$_] }; Pop-Location; [Environment]::CurrentDirectory = $processFolder }
        $failure.FullyQualifiedErrorId | Should -Be 'DotnetNotFound,StravaTools.PowerShell.Commands.StartFakeStravaCommand'
        $failure.CategoryInfo.Category | Should -Be NotInstalled
    }

    It 'throws if the module has no fake: FakeStravaNotBuilt' {
        $copy = New-TestFolder
        Copy-Item "$RepositoryRoot/module/StravaTools.*.dll" $copy
        # A process loads the DLL only once, so a separate process uses the copy.
        $id = Invoke-PowerShell -Command "Import-Module '$copy/StravaTools.PowerShell.dll'; try { Start-FakeStrava } catch { `$_.FullyQualifiedErrorId }"
        $id | Should -Be 'FakeStravaNotBuilt,StravaTools.PowerShell.Commands.StartFakeStravaCommand'
    }

    It 'exits with its session, even if that is killed' {
        $script = "Import-Module '$Manifest'; (Start-FakeStrava).ProcessId; [System.Threading.Thread]::Sleep(-1)"
        $program, $arguments = Get-PowerShellCommand
        $start = [System.Diagnostics.ProcessStartInfo]::new($program, [string[]]($arguments + '-Command' + $script))
        $start.RedirectStandardOutput = $true
        # A killed PowerShell cannot delete the pipes it opens for debuggers.
        $start.Environment['DOTNET_EnableDiagnostics'] = '0'
        $start.Environment['POWERSHELL_DIAGNOSTICS_OPTOUT'] = '1'
        $session = [System.Diagnostics.Process]::Start($start)
        $id = [int]$session.StandardOutput.ReadLine()
        $child = Get-Process -Id $id
        $session.Kill()
        $child.WaitForExit(10000) | Should -BeTrue
    }

    It 'survives Ctrl+C at the prompt, which a terminal sends to all its processes' -Skip:$IsWindows {
        $fake = Start-FakeStrava
        & /bin/sh -c "kill -INT $($fake.ProcessId)"
        (Get-Process -Id $fake.ProcessId).WaitForExit(300) | Should -BeFalse
        Get-FakeActivity $fake | Should -BeNullOrEmpty
    }

    It 'behaves as documented with -Profile documented' {
        $fake = Start-FakeStrava -Profile documented
        (Get-StravaRateLimit -BaseUri $fake.Url -AccessToken (ConvertTo-Secret $fake.AccessToken)).FifteenMinutes.Limit | Should -Be 600
    }

    It 'has the API at the root with -ApiAtRoot' {
        $fake = Start-FakeStrava -ApiAtRoot
        $token = @{ Authorization = "Bearer $($fake.AccessToken)" }
        (Invoke-RestMethod "$($fake.Url)athlete" -Headers $token).id | Should -Be 227615
        (Invoke-WebRequest "$($fake.Url)api/v3/athlete" -Headers $token -MaximumRedirection 0 -SkipHttpErrorCheck -ErrorAction Ignore).StatusCode | Should -Be 308
    }

    It 'counts from -FirstId, and accepts a folder of any size with -NoLimits' {
        $fake = Start-FakeStrava -FirstId 9007199254740993 -NoLimits -Seed 7
        $there = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
        (Send-StravaUpload (New-Gpx "$TestDrive/big.gpx") @there).Id | Should -BeGreaterOrEqual 9007199254740993
        (Get-StravaRateLimit @there).FifteenMinutes.Limit | Should -Be ([int]::MaxValue)
    }

    It 'completes -Processing' {
        $line = 'Start-FakeStrava -Processing s'
        (TabExpansion2 $line $line.Length).CompletionMatches[0].CompletionText | Should -BeLike 'seconds:*'
    }
}
