# Tests that need PostgreSQL. StravaTools.PowerShell.Tests runs them where it is installed.
BeforeAll {
    . $PSScriptRoot/../Shared.ps1
    . $PSScriptRoot/../Documents.ps1
    . $PSScriptRoot/PostgreSql.ps1
    Import-Module $RepositoryRoot/StravaTools.PostgreSql
    $secret = ConvertTo-Secret fake-client-secret
}

Describe 'Submit-StravaSync, Start-StravaSync, and Get-StravaSync with PostgreSQL' {
    BeforeAll {
        $store = Start-PostgreSql
        Use-Server
        $rides = New-TestFolder
        $files = 1..3 | ForEach-Object { New-Gpx "$rides/$_.gpx" }
        $route = New-Gpx "$rides/route.gpx" -WithoutTimes
        Set-FileAge $rides
        Set-WorkerLogin $store $rides
        function Read-Store([string]$Query) { & "$(Find-PostgreSql)/psql" -h ($store -replace '^Host=|;.*$') -U postgres -tAc $Query }
    }
    AfterAll {
        Clear-Server
        Stop-PostgreSql $store
    }

    It 'files are submitted once, and show what the check found' {
        $results = Submit-StravaSync $rides -Athlete 227615 -Store $store -ErrorVariable errors -ErrorAction SilentlyContinue
        ($results | Where-Object State -EQ Planned).Path | Should -Be $files
        ($results | Where-Object State -EQ Invalid).Path | Should -Be $route
        $errors.FullyQualifiedErrorId | Should -Be 'GPX0102,StravaTools.PowerShell.Commands.SubmitStravaSyncCommand'
        $null = Get-Item $files[0] | Submit-StravaSync -Athlete 227615 -Store $store
        $planned = Get-StravaSync -Store $store
        $planned.Path | Sort-Object | Should -Be $files
        $planned.Athlete | Sort-Object -Unique | Should -Be 227615
    }

    It 'a worker uploads each file once, and ends when nothing is left to do' {
        Add-FakeStravaFault -Operation createUpload -Status 400 -Nth 3
        $results = Start-StravaSync 1 $secret -TokenKeyPath "$rides/token-key" -Store $store -UntilSettled
        ($results | Where-Object State -EQ Ready).Count | Should -Be 2
        (Get-FakeStravaRequest createUpload).Count | Should -Be 3
        (Get-StravaSync -Store $store -State Ready).Count | Should -Be 2
        $failed = 227615, 5 | Get-StravaSync -Store $store -Failed
        $failed.State | Should -Be Refused
        $failed.Athlete | Should -Be 227615
        Get-StravaSync -Store $store -Athlete 5 | Should -BeNullOrEmpty
        $null = Submit-StravaSync $rides -Athlete 227615 -Store $store -ErrorAction SilentlyContinue
        Start-StravaSync 1 $secret -TokenKeyPath "$rides/token-key" -Store $store -UntilSettled | Should -BeNullOrEmpty
        (Get-FakeStravaRequest createUpload).Count | Should -Be 3
    }

    It 'ends after -MaxDuration' {
        Start-StravaSync 1 $secret -TokenKeyPath "$rides/token-key" -Store $store -MaxDuration 0:0:0.1 | Should -BeNullOrEmpty
    }

    It 'Ctrl+C completes the upload that was sent' {
        $late = New-Gpx "$rides/late.gpx"
        Set-FileAge $rides
        (Submit-StravaSync $late -Athlete 227615 -Store $store).State | Should -Be Planned
        Add-FakeStravaFault -Operation createUpload -Delay 0:0:1
        $key = "$rides/token-key"
        $script = "Import-Module '$RepositoryRoot/StravaTools.PostgreSql'; Start-StravaSync 1 (ConvertTo-SecureString fake-client-secret -AsPlainText) -TokenKeyPath '$key' -Store '$store'"
        # The database waits, so that one process is enough.
        $untilSending = "do 'begin while not exists (select from stravatools.unit where step = ''sending'') loop perform pg_sleep(0.02); end loop; end'"
        $stopped = Stop-InMidst $script { Read-Store $untilSending }
        $stopped.WasRunning | Should -BeTrue
        $stopped.Elapsed.TotalSeconds | Should -BeLessThan 10
        Read-Store "select step from stravatools.unit where path like '%late.gpx'" | Should -BeIn sent, ready
        Read-Store 'select count(*) from stravatools.athlete where worker is not null' | Should -Be 0
    }

    It 'the examples of <_> run' -ForEach 'README', 'module/docs/Submit-StravaSync', 'module/docs/Start-StravaSync', 'module/docs/Get-StravaSync', 'module/docs/guides/workers' {
        $text = Get-Content "$RepositoryRoot/$_.md" -Raw
        Push-Location -LiteralPath (Split-Path $rides)
        try {
            Copy-Item $rides rides -Recurse
            Copy-Item $rides/token-key .
            Remove-Item rides/route.gpx
            foreach ($block in Get-Block $text | Where-Object { $_.Code -match '-Store |Add-FakeStravaFault' }) {
                $block.Code = $block.Code -replace 'Host=[^''"]*', $store -replace '231407', 1
                . Invoke-Block $block $text $_
            }
        }
        finally {
            Remove-Item rides, token-key -Recurse
            Pop-Location
        }
    }
}
