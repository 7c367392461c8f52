BeforeAll {
    . $PSScriptRoot/Shared.ps1
    $fake = Start-FakeStrava
    $server = @{ BaseUri = $fake.Url; AccessToken = ConvertTo-Secret $fake.AccessToken }
    function Get-Id($Errors) { $Errors.FullyQualifiedErrorId -replace ',StravaTools.PowerShell.Commands.SendStravaUploadCommand$' }
}
AfterAll { Stop-FakeStrava }

Describe 'Send-StravaUpload' {
    BeforeEach { $folder = New-TestFolder }

    Context 'a valid file' {
        It 'is sent, and is Ready with -Wait' {
            $result = Send-StravaUpload (New-Gpx "$folder/run.gpx") -Wait @server
            $result | Should -BeOfType StravaTools.Client.Uploads.UploadResult
            $result.Outcome | Should -Be Ready
            $result.Path | Should -Be (Join-Path $folder run.gpx)
            $result.ActivityUrl | Should -Be "$($fake.Url)activities/$($result.ActivityId)"
            (Get-FakeActivity $fake).id | Should -Contain $result.ActivityId
        }

        It 'is Pending without -Wait' {
            (Send-StravaUpload (New-Gpx "$folder/run.gpx") @server).Outcome | Should -Be Pending
        }

        It 'is sent with its parameters' {
            $about = @{ Name = 'Früh'; Description = 'a "b"'; SportType = 'trailrun'; ExternalId = 'mine-1'; Commute = $true; Trainer = $true; DataType = 'GPX' }
            $result = Send-StravaUpload -LiteralPath (New-Gpx "$folder/run [1].gpx") -Wait @about @server
            $activity = Get-FakeActivity $fake | Where-Object id -EQ $result.ActivityId
            $activity.name | Should -Be 'Früh'
            $activity.sport_type | Should -BeExactly 'TrailRun'
            $activity.commute | Should -BeTrue
            $activity.trainer | Should -BeTrue
            $result.ExternalId | Should -BeLike 'mine-1*'
        }

        It 'is sent with the undocumented sport type <sport> and a warning' -ForEach @(
            @{ Sport = 'Quidditch'; Hint = 'It is sent unchanged' }, @{ Sport = 'Rid'; Hint = 'Did you mean Ride?' }
        ) {
            $canned = Start-CannedServer 201 '{"id":1,"id_str":"1","status":"Your activity is still being processed."}' 'application/json'
            try {
                Send-StravaUpload (New-Gpx "$folder/run.gpx") -SportType $Sport -BaseUri $canned.Url -AccessToken $server.AccessToken -WarningVariable warnings -WarningAction SilentlyContinue |
                    Should -Not -BeNullOrEmpty
                "$warnings" | Should -BeLike "*'$Sport' is not a sport type that Strava documents. $Hint*"
                [System.Text.Encoding]::UTF8.GetString($canned.Requests.ToArray()[0].Bytes) | Should -BeLike "*$Sport*"
            }
            finally { Stop-CannedServer $canned }
        }
    }

    Context 'properties that differ for each file' {
        It 'come from a script block: <name>' -ForEach @(
            @{ Name = 'files from the pipeline'; Send = { param($about) Get-ChildItem $folder | Send-StravaUpload @about } }
            @{ Name = 'a pattern'; Send = { param($about) Send-StravaUpload "$folder/*" @about } }
            @{ Name = 'paths from the pipeline'; Send = { param($about) (Get-ChildItem $folder).FullName | Send-StravaUpload @about } }
        ) {
            $null = New-Gpx "$folder/one.gpx"; $null = New-Gpx "$folder/two.gpx"
            $results = & $send (@{ Name = { $_.BaseName }; Description = { "from $($_.Name)" }; Wait = $true } + $server)
            $sent = Get-FakeActivity $fake | Where-Object id -In $results.ActivityId | Sort-Object name
            $sent.name | Should -Be one, two
            (Get-StravaActivity $results[0].ActivityId @server).Description | Should -Be 'from one.gpx'
        }

        It 'come from the columns of a CSV, and a parameter takes precedence' {
            $rows = 'Path,Name,SportType,Commute,ExternalId', "$(New-Gpx "$folder/a.gpx"),From CSV,hike,yes,mine", "$(New-Gpx "$folder/b.gpx"),,,," | ConvertFrom-Csv
            $results = $rows | Send-StravaUpload -Wait @server
            $sent = $results | ForEach-Object { $id = $_.ActivityId; Get-FakeActivity $fake | Where-Object id -EQ $id }
            $sent[0].name | Should -Be 'From CSV'
            $sent.sport_type | Should -Be Hike, Run
            $sent.commute | Should -Be $true, $false
            $results[0].ExternalId | Should -Be 'mine.gpx'
            $sent[1].name | Should -Not -BeLike '*b.gpx*'
            $again = [pscustomobject]@{ Path = New-Gpx "$folder/c.gpx"; Name = 'row' } | Send-StravaUpload -Name given -Wait @server
            (Get-StravaActivity $again.ActivityId @server).Name | Should -Be given
        }

        It 'never include the name of the file itself' {
            $result = Get-Item (New-Gpx "$folder/ride.gpx") | Send-StravaUpload -Wait @server
            (Get-StravaActivity $result.ActivityId @server).Name | Should -Not -BeLike '*ride*'
        }

        It 'are an error for the file if the script fails' {
            $null = New-Gpx "$folder/one.gpx"; $null = New-Gpx "$folder/two.gpx"
            $results = Get-ChildItem $folder | Send-StravaUpload -Wait -Name { if ($_.BaseName -eq 'one') { throw 'no name' } 'two' } @server -ErrorAction SilentlyContinue -ErrorVariable errors
            $results.Outcome | Should -Be Ready
            "$($errors[0])" | Should -BeLike '*no name*'
        }
    }

    It 'has an external ID that is the same in every run' {
        $path = New-Gpx "$folder/ride.gpx"
        $key = (Get-FileHash $path).Hash.ToLower().Substring(0, 12)
        (Send-StravaUpload $path -Wait @server).ExternalId | Should -Be "ride~$key.gpx"
    }

    Context 'server and token' {
        It 'come from the environment if no parameter specifies them' {
            $env:STRAVA_ACCESS_TOKEN = $fake.AccessToken; $env:STRAVA_BASE_URI = $fake.Url
            try { (Send-StravaUpload (New-Gpx "$folder/run.gpx") -Wait).Outcome | Should -Be Ready }
            finally { Remove-Item Env:STRAVA_ACCESS_TOKEN, Env:STRAVA_BASE_URI }
        }

        It 'are checked before a file is read: <id>' -ForEach @(
            @{ Id = 'NoAccessToken'; Arguments = @{ }; Category = 'AuthenticationError' }
            @{ Id = 'InsecureBaseUri'; Arguments = @{ BaseUri = 'http://example.com/'; AccessToken = ConvertTo-SecureString x -AsPlainText -Force }; Category = 'SecurityError' }
            @{ Id = 'InvalidAccessToken'; Arguments = @{ AccessToken = ConvertTo-SecureString "two`nlines" -AsPlainText -Force }; Category = 'AuthenticationError' }
            @{ Id = 'InvalidBaseUri'; Arguments = @{ BaseUri = 'nonsense'; AccessToken = ConvertTo-SecureString x -AsPlainText -Force }; Category = 'InvalidArgument' }
        ) {
            $failure = try { 'missing.gpx' | Send-StravaUpload @arguments } catch { $_ }
            Get-Id $failure | Should -Be $id
            $failure.CategoryInfo.Category | Should -Be $category
        }
    }

    Context 'an invalid file is one error with its own ID, and processing continues' {
        It '<name>: <id>' -ForEach @(
            @{ Name = 'an empty file'; Id = 'GEN0101'; Make = { New-Text "$folder/bad.gpx" '' } }
            @{ Name = 'a text called .fit'; Id = 'GEN0102'; Make = { New-Text "$folder/bad.fit" 'no activity' } }
            @{ Name = 'a GPX without times'; Id = 'GPX0102'; Make = { New-Gpx "$folder/bad.gpx" -WithoutTimes } }
            @{ Name = 'XML with an entity of a DTD'; Id = 'GPX0101'; Make = { New-Text "$folder/bad.gpx" '<!DOCTYPE gpx [<!ENTITY a "b">]><gpx version="1.1"><name>&a;</name></gpx>' } }
            @{ Name = 'a JSON with a wrong version'; Id = 'JSN0102'; Make = { New-Text "$folder/bad.json" ((Get-Content $Samples/strength-workout.json -Raw) -replace '"1.0"', '"2.0"') } }
            @{ Name = 'a gzip that ends early'; Id = 'GEN0103'; Make = {
                    $bytes = [System.IO.File]::ReadAllBytes("$Samples/evening-run.gpx.gz"); [System.IO.File]::WriteAllBytes("$folder/bad.gpx.gz", $bytes[0..($bytes.Length / 2)]); "$folder/bad.gpx.gz" } }
        ) {
            $bad = & $make
            $good = New-Gpx "$folder/good.gpx"
            $results = Send-StravaUpload -LiteralPath $bad, $good -Wait @server -ErrorAction SilentlyContinue -ErrorVariable errors
            $results.Outcome | Should -Be Rejected, Ready
            $results[0].ErrorId | Should -Be $id
            Get-Id $errors | Should -Be $id
            $errors[0].CategoryInfo.Category | Should -Be InvalidData
            $errors[0].TargetObject | Should -Be ([System.IO.Path]::GetFullPath($bad))
            "$($errors[0])" | Should -BeLike "*$(Split-Path $bad -Leaf)*was not sent*$id*"
            $errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*Test-ActivityFile*'
        }

        It 'a truncated FIT' {
            if (-not (Test-Path $Samples/morning-ride.fit)) { Set-ItResult -Skipped -Because 'there is no sample in FIT'; return }
            $bytes = [System.IO.File]::ReadAllBytes("$Samples/morning-ride.fit")
            [System.IO.File]::WriteAllBytes("$folder/bad.fit", $bytes[0..($bytes.Length / 2)])
            $results = Send-StravaUpload "$folder/bad.fit", (New-Gpx "$folder/good.gpx") -Wait @server -ErrorAction SilentlyContinue -ErrorVariable errors
            $results.Outcome | Should -Be Rejected, Ready
            Get-Id $errors | Should -BeLike 'FIT01*'
        }

        It 'missing files: FileNotFound, PathIsDirectory, with the outcome NotSent' {
            $results = Send-StravaUpload "$folder/missing.gpx", $folder, (New-Gpx "$folder/good.gpx") -Wait @server -ErrorAction SilentlyContinue -ErrorVariable errors
            $results.Outcome | Should -Be NotSent, NotSent, Ready
            $results.ErrorId | Should -Be FileNotFound, PathIsDirectory, $null
            $results[0].Path | Should -Be "$folder/missing.gpx"
            Get-Id $errors | Should -Be FileNotFound, PathIsDirectory
        }

        It 'several findings are reported in one error' {
            $bad = New-Text "$folder/bad.json" '{"version":"2.0","start_time":"yesterday","sets":[]}'
            $null = Send-StravaUpload $bad @server -ErrorAction SilentlyContinue -ErrorVariable errors
            $errors | Should -HaveCount 1
            foreach ($rule in (Test-ActivityFile $bad).Findings | Where-Object Severity -EQ Error) { "$errors" | Should -BeLike "*$($rule.RuleId)*" }
        }

        It '-Force sends it anyway, and Strava refuses it: UploadRejected' {
            $result = Send-StravaUpload (New-Gpx "$folder/bad.gpx" -WithoutTimes) -Force -Wait @server -ErrorAction SilentlyContinue -ErrorVariable errors
            $result.Outcome | Should -Be Rejected
            $result.Id | Should -Not -BeNullOrEmpty
            Get-Id $errors | Should -Be UploadRejected
        }
    }

    Context 'a failing server is one error per file' {
        It '<name>: <id>' -ForEach @(
            @{ Name = 'a page of HTML, 404'; Id = 'NotFound'; Status = 404; Category = 'ObjectNotFound' }
            @{ Name = 'a page of HTML, 403'; Id = 'Forbidden'; Status = 403; Category = 'PermissionDenied' }
            @{ Name = '429'; Id = 'RateLimited'; Status = 429; Category = 'LimitsExceeded' }
            @{ Name = 'a page of HTML, 502'; Id = 'FateUnknown'; Status = 502; Category = 'OperationTimeout'; Outcome = 'Unknown' }
            @{ Name = 'a page of HTML, 200'; Id = 'FateUnknown'; Status = 200; Category = 'OperationTimeout'; Outcome = 'Unknown' }
            @{ Name = '400'; Id = 'RequestRefused'; Status = 400; Category = 'InvalidArgument'; Outcome = 'Rejected' }
        ) {
            $canned = Start-CannedServer $status '<html><head><title>x</title></head><body>Something is wrong</body></html>'
            try {
                $paths = 'a', 'b', 'c' | ForEach-Object { New-Gpx "$folder/$_.gpx" }
                $results = $paths | Send-StravaUpload -Wait -BaseUri $canned.Url -AccessToken $server.AccessToken -ErrorAction SilentlyContinue -ErrorVariable errors
                Get-Id $errors | Should -Be $id, $id, $id
                $errors[0].CategoryInfo.Category | Should -Be $category
                $errors[0].TargetObject | Should -Be (Join-Path $folder a.gpx)
                "$($errors[0])" | Should -BeLike '*Something is wrong*'
                $outcome ??= 'NotSent'
                # After the same answer twice, the rest is not sent, except after the rejection of a file. Strava counts refused requests, so a second one is
                # not sent while the window is closed.
                @($results.Outcome) | Should -Be $outcome, $outcome, $(if ($id -eq 'RequestRefused') { 'Rejected' } else { 'NotSent' })
                $canned.Requests.Count | Should -Be $(switch ($id) { 'RateLimited' { 1 } 'RequestRefused' { 3 } default { 2 } })
            }
            finally { Stop-CannedServer $canned }
        }

        It '-WaitForRateLimit reports how long it waits and can be stopped' {
            $canned = Start-CannedServer 429 '{"message":"Rate Limit Exceeded"}' application/json
            $path = New-Gpx "$folder/a.gpx"
            $script = "Send-StravaUpload '$path' -WaitForRateLimit -BaseUri $($canned.Url) -AccessToken (ConvertTo-SecureString x -AsPlainText)"
            $shown = @{}
            $stopped = try {
                Stop-InMidst $script {
                    $shown.Warning = "$($args[0].Streams.Warning)"
                    $shown.Progress = @($args[0].Streams.Progress | Where-Object SecondsRemaining -GT 0)
                    $shown.Warning -and $shown.Progress
                }
            }
            finally { Stop-CannedServer $canned }
            $shown.Warning | Should -BeLike '*Rate Limit Exceeded*Waiting until * UTC.'
            $shown.Progress[0].SecondsRemaining | Should -BeLessOrEqual 905
            $stopped.WasRunning | Should -BeTrue
            $stopped.Elapsed | Should -BeLessThan ([timespan]::FromSeconds(1))
            $canned.Requests.Count | Should -Be 1
        }

        It 'a refused token: NotAuthorized' {
            $null = Send-StravaUpload (New-Gpx "$folder/a.gpx"), (New-Gpx "$folder/b.gpx") -BaseUri $fake.Url -AccessToken (ConvertTo-Secret wrong) -ErrorAction SilentlyContinue -ErrorVariable errors
            Get-Id $errors | Should -Be NotAuthorized, NotAuthorized
            $errors[0].CategoryInfo.Category | Should -Be AuthenticationError
        }

        It 'a password in the server address is never shown' {
            $output = Send-StravaUpload (New-Gpx "$folder/a.gpx") -BaseUri "http://user:hush@127.0.0.1:$(Get-RefusingPort)" -AccessToken $server.AccessToken -Verbose -ErrorAction SilentlyContinue -ErrorVariable errors 4>&1
            "$output $errors $($errors.Exception | Format-List * -Force | Out-String)" | Should -Not -Match hush
            Get-Id $errors | Should -Be ServerUnreachable
        }

        It 'no server: ServerUnreachable' {
            $results = Send-StravaUpload (New-Gpx "$folder/a.gpx"), (New-Gpx "$folder/b.gpx") -BaseUri "http://127.0.0.1:$(Get-RefusingPort)" -AccessToken $server.AccessToken -ErrorAction SilentlyContinue -ErrorVariable errors
            @($results.Outcome) | Should -Be NotSent, NotSent
            @($results.Path) | Should -Be (Join-Path $folder a.gpx), (Join-Path $folder b.gpx)
            Get-Id $errors | Should -Be ServerUnreachable, ServerUnreachable
            $errors[0].CategoryInfo.Category | Should -Be ConnectionError
        }
    }

    Context 'duplicates' {
        It 'are an outcome and not an error, in both forms of Strava''s text: <_>' -ForEach 'plain', 'html' {
            $other = Start-FakeStrava -DuplicateText $_
            $there = @{ BaseUri = $other.Url; AccessToken = ConvertTo-Secret $other.AccessToken }
            $path = New-Gpx "$folder/run.gpx"
            $first = Send-StravaUpload $path -Wait @there
            $second = Send-StravaUpload $path -Wait @there -ErrorVariable errors
            $second.Outcome | Should -Be Duplicate
            $second.DuplicateOfActivityId | Should -Be $first.ActivityId
            $errors | Should -BeNullOrEmpty
            $null = Send-StravaUpload $path -Wait @there -TreatDuplicateAsError -ErrorAction SilentlyContinue -ErrorVariable errors
            Get-Id $errors | Should -Be UploadDuplicate
            $errors[0].CategoryInfo.Category | Should -Be ResourceExists
            $other | Stop-FakeStrava
        }
    }

    Context '-WhatIf' {
        It 'describes what would be sent, and sends and emits nothing' {
            $before = @(Get-FakeActivity $fake).Count
            $path = New-Gpx "$folder/run.gpx"
            $text = Join-Path $folder transcript.txt
            $null = Start-Transcript $text
            Send-StravaUpload $path -Wait -WhatIf -SportType Hike @server | Should -BeNullOrEmpty
            $null = Stop-Transcript
            Get-Content $text -Raw | Should -BeLike "*What if: *Upload to $($fake.Url) as gpx, sport Hike*$path*"
            @(Get-FakeActivity $fake).Count | Should -Be $before
            (Send-StravaUpload $path -Wait @server).Outcome | Should -Be Ready
        }

        It 'needs no token' {
            $text = Join-Path $folder transcript.txt
            $null = Start-Transcript $text
            Send-StravaUpload (New-Gpx "$folder/run.gpx") -WhatIf | Should -BeNullOrEmpty
            $null = Stop-Transcript
            Get-Content $text -Raw | Should -BeLike '*What if: *Upload to https://*strava*run.gpx*'
        }

        It 'checks the file' {
            Send-StravaUpload (New-Gpx "$folder/bad.gpx" -WithoutTimes) -WhatIf @server -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
            Get-Id $errors | Should -Be GPX0102
        }
    }

    Context 'messages' {
        It 'has one verbose message per request' {
            $lines = Send-StravaUpload (New-Gpx "$folder/run.gpx") -Wait -Verbose @server 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object Message
            $lines | Where-Object { $_ -like 'POST */api/v3/uploads: 201 after * ms' } | Should -HaveCount 1
            $lines | Where-Object { $_ -like 'GET */api/v3/uploads/*: 200 after * ms' } | Should -HaveCount 1
        }

        It 'never contain the token: verbose, warnings, errors, and progress' {
            $secret = "secret-$([guid]::NewGuid())"
            $shell = [powershell]::Create().AddScript({
                    param($manifest, $path, $url, $token)
                    Import-Module $manifest
                    $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
                    Send-StravaUpload $path -Wait -BaseUri $url -AccessToken $token
                }).AddArgument($Manifest).AddArgument((New-Gpx "$folder/run.gpx")).AddArgument($fake.Url).AddArgument((ConvertTo-Secret $secret))
            $null = $shell.Invoke()
            $streams = foreach ($name in 'Error', 'Warning', 'Verbose', 'Debug', 'Information', 'Progress') { $shell.Streams.$name }
            $streams | Should -Not -BeNullOrEmpty
            $streams | Format-List * -Force | Out-String | Should -Not -Match $secret
            $shell.Streams.Error.Exception | Format-List * -Force | Out-String | Should -Not -Match $secret
            $shell.Dispose()
        }

        It 'complete the progress, even after an error' {
            $shell = [powershell]::Create().AddScript({
                    param($manifest, $paths, $url, $token)
                    Import-Module $manifest
                    Send-StravaUpload $paths -Wait -BaseUri $url -AccessToken $token
                }).AddArgument($Manifest).AddArgument(@((New-Gpx "$folder/run.gpx"), (New-Gpx "$folder/bad.gpx" -WithoutTimes))).AddArgument($fake.Url).AddArgument($server.AccessToken)
            $null = $shell.Invoke()
            $progress = $shell.Streams.Progress
            $progress[0].StatusDescription | Should -BeLike '*run.gpx'
            $progress[0].CurrentOperation | Should -Be 'File 1 of 2'
            $progress | Where-Object CurrentOperation -EQ 'File 2 of 2, 1 Ready' | Should -Not -BeNullOrEmpty
            $progress | Where-Object RecordType -EQ Completed | Should -HaveCount 2
            $progress[-1].RecordType | Should -Be Completed
            $shell.Dispose()
        }
    }

    Context 'time limits' {
        It '-TimeoutSeconds limits the wait, and the outcome is Pending' {
            $slow = Start-FakeStrava -Processing seconds:600
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $result = Send-StravaUpload (New-Gpx "$folder/run.gpx") -Wait -TimeoutSeconds 1 -BaseUri $slow.Url -AccessToken (ConvertTo-Secret $slow.AccessToken) -ErrorVariable errors
            $result.Outcome | Should -Be Pending
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
            $errors | Should -BeNullOrEmpty
            $slow | Stop-FakeStrava
        }

        It 'Ctrl+C stops a wait within a second, without an error' {
            $slow = Start-FakeStrava -Processing seconds:600
            $path = New-Gpx "$folder/run.gpx"
            $stopped = Stop-InMidst "`$env:STRAVA_ACCESS_TOKEN = '$($slow.AccessToken)'; Send-StravaUpload '$path' -Wait -BaseUri $($slow.Url) -Verbose" { $args[0].Streams.Verbose.Count -ge 2 }
            $env:STRAVA_ACCESS_TOKEN = $null
            $stopped.WasRunning | Should -BeTrue
            $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
            $stopped.State | Should -Be Stopped
            $stopped.Errors | Should -Be 0
            $slow | Stop-FakeStrava
        }

        It 'Ctrl+C during a wait shows the ID of the upload' -Skip:$IsWindows {
            $slow = Start-FakeStrava -Processing seconds:600
            $path = New-Gpx "$folder/run.gpx"
            $script = New-Text "$folder/job.ps1" "Import-Module '$Manifest'; Send-StravaUpload '$path' -Wait -Verbose -BaseUri $($slow.Url) -AccessToken (ConvertTo-SecureString '$($slow.AccessToken)' -AsPlainText -Force)"
            $program, $arguments = Get-PowerShellCommand
            $start = [System.Diagnostics.ProcessStartInfo]::new($program, [string[]]($arguments + '-File' + $script))
            $start.RedirectStandardOutput = $true
            # A job in the background ignores the signal, and its children inherit that.
            $handler = [Native.Signals]::Handle($Interrupt, 0)
            $process = [System.Diagnostics.Process]::Start($start)
            $null = [Native.Signals]::Handle($Interrupt, $handler)
            try {
                do { $line = $process.StandardOutput.ReadLine() } until ($null -eq $line -or $line -match 'GET .*/uploads/\d+: 200')
                [Native.Signals]::Send($process.Id, $Interrupt) | Should -Be 0
                $output = $process.StandardOutput.ReadToEndAsync()
                $process.WaitForExit(30000) | Should -BeTrue
                $output.Result | Should -Match 'was uploaded as \d+\. To see what became of it: Get-StravaUploadStatus \d+'
            }
            finally {
                $process.Kill($true)
                $slow | Stop-FakeStrava
            }
        }

        It 'Ctrl+C stops a hanging request within a second, without an error' {
            $canned = Start-CannedServer -Hang
            try {
                $path = New-Gpx "$folder/run.gpx"
                $stopped = Stop-InMidst "`$token = ConvertTo-SecureString x -AsPlainText -Force; Send-StravaUpload '$path' -BaseUri $($canned.Url) -AccessToken `$token" { $canned.Requests.Count -ge 1 }
                $stopped.WasRunning | Should -BeTrue
                $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
                $stopped.State | Should -Be Stopped
                $stopped.Errors | Should -Be 0
            }
            finally { Stop-CannedServer $canned }
        }

        It 'stops when the pipeline ends early' {
            $null = New-Gpx "$folder/a.gpx"; $null = New-Gpx "$folder/b.gpx"
            Send-StravaUpload "$folder/*" @server -ErrorVariable errors | Select-Object -First 1 | Should -HaveCount 1
            $errors | Should -BeNullOrEmpty
        }

        It '-ErrorAction Stop stops at the first bad file, after its result' {
            $bad = New-Gpx "$folder/bad.gpx" -WithoutTimes; $good = New-Gpx "$folder/good.gpx"
            $failure = try { Send-StravaUpload $bad, $good @server -ErrorAction Stop -OutVariable results } catch { $_ }
            Get-Id $failure | Should -Be GPX0102
            $results.Outcome | Should -Be Rejected
        }
    }

    It 'works in ForEach-Object -Parallel' {
        $paths = 1..4 | ForEach-Object { New-Gpx "$folder/$_.gpx" }
        $results = $paths | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:Manifest
            $server = $using:server
            Send-StravaUpload $_ -Wait @server
        }
        $results.Outcome | Should -Be Ready, Ready, Ready, Ready
        $results.ActivityId | Sort-Object -Unique | Should -HaveCount 4
    }

    It 'rejects an unknown -DataType, and lists the known ones' {
        $failure = try { Send-StravaUpload x.gpx -DataType zip @server } catch { $_ }
        Get-Id $failure | Should -Be ParameterArgumentValidationError
        "$failure" | Should -BeLike '*fit, fit.gz, gpx, gpx.gz, tcx, tcx.gz, json*'
    }

    It 'completes <parameter>: <word>' -ForEach @(
        @{ Parameter = 'SportType'; Word = 'tr'; First = 'TrailRun' }
        @{ Parameter = 'ActivityType'; Word = 'ebi'; First = 'EBikeRide' }
        @{ Parameter = 'DataType'; Word = 'gp'; First = 'gpx' }
    ) {
        $line = "Send-StravaUpload x.gpx -$parameter $word"
        (TabExpansion2 $line $line.Length).CompletionMatches[0].CompletionText | Should -Be $first
    }
}
