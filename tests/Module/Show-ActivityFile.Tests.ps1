BeforeAll { . $PSScriptRoot/Shared.ps1 }

Describe 'Show-ActivityFile' {
    BeforeEach { $folder = New-TestFolder }

    It 'writes a page' {
        $page = Show-ActivityFile $Samples/morning-ride.fit -OutputPath "$folder/ride.html" -NoOpen
        $page | Should -BeOfType System.IO.FileInfo
        $page.FullName | Should -Be (Join-Path $folder ride.html)
        $text = Get-Content $page -Raw
        $text | Should -BeLike '<!DOCTYPE html>*<svg*Altitude*Power*Laps*</html>*'
        Get-ChildItem $folder | Should -HaveCount 1
    }

    It 'writes one page per file into a folder' {
        $pages = Get-ChildItem $Samples/*.fit, $Samples/*.gz | Show-ActivityFile -OutputPath $folder -NoOpen
        $pages.Name | Sort-Object | Should -Be 'evening-run.gpx.gz.html', 'morning-ride.fit.html'
    }

    It 'keeps an existing page without -Force' {
        $path = New-Text "$folder/ride.html" 'mine'
        $page = Show-ActivityFile $Samples/morning-ride.fit -OutputPath $path -NoOpen -ErrorAction SilentlyContinue -ErrorVariable errors
        $page | Should -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -Be 'FileExists,StravaTools.PowerShell.Commands.ShowActivityFileCommand'
        Get-Content $path | Should -Be 'mine'
        $null = Show-ActivityFile $Samples/morning-ride.fit -OutputPath $path -NoOpen -Force
        Get-Content $path -Raw | Should -BeLike '<!DOCTYPE html>*'
    }

    It 'does not write two files to one page, even with -Force' {
        $pages = Show-ActivityFile $Samples/*.fit, $Samples/*.gz -OutputPath "$folder/a.html" -NoOpen -Force -ErrorAction SilentlyContinue -ErrorVariable errors
        $pages | Should -HaveCount 1
        $errors | Should -HaveCount 1
    }

    It 'removes positions near start and end' {
        $all = Show-ActivityFile $Samples/evening-run.gpx.gz -OutputPath "$folder/all.html" -NoOpen
        $some = Show-ActivityFile $Samples/evening-run.gpx.gz -OutputPath "$folder/some.html" -NoOpen -HideStartAndEnd 300
        Get-Content $all -Raw | Should -BeLike '*class="start"*'
        Get-Content $some -Raw | Should -Not -BeLike '*class="start"*'
        Get-Content $some -Raw | Should -BeLike '*Positions within 300 m*'
    }

    It 'opens the page, by default in a temporary folder that only this user can read' -Skip:$IsWindows {
        $opener = New-Text "$folder/xdg-open" "#!/bin/sh`necho `"`$1`" > '$folder/opened'`n"
        chmod +x $opener
        $path = $env:PATH
        try {
            $env:PATH = $folder + [System.IO.Path]::PathSeparator + $path
            $page = Show-ActivityFile $Samples/morning-ride.fit -PassThru
            Wait-Until { (Test-Path "$folder/opened") -and (Get-Content "$folder/opened") }
        }
        finally { $env:PATH = $path }
        try {
            Get-Content "$folder/opened" | Should -Be ([uri]::new($page.FullName).AbsoluteUri)
            $page.FullName | Should -BeLike ([System.IO.Path]::GetTempPath() + '*morning-ride.fit.html')
            $page.Directory.UnixFileMode | Should -Be 'UserExecute, UserWrite, UserRead'
        }
        finally { Remove-Item $page.Directory -Recurse }
    }

    It 'writes <id> for <name> and continues' -ForEach @(
        @{ Id = 'NoActivityInFile'; Name = 'a text'; Path = { New-Text "$folder/a.gpx" 'no activity' } }
        @{ Id = 'FileNotFound'; Name = 'a missing file'; Path = { "$folder/missing.gpx" } }
    ) {
        $null = New-Item "$folder/out" -ItemType Directory
        $page = Show-ActivityFile (& $path), $Samples/lunch-walk.tcx -OutputPath "$folder/out" -NoOpen -ErrorAction SilentlyContinue -ErrorVariable errors
        $errors.FullyQualifiedErrorId | Should -Be "$id,StravaTools.PowerShell.Commands.ShowActivityFileCommand"
        $page | Should -HaveCount 1
    }

    It 'draws in the terminal' {
        $lines = Show-ActivityFile $Samples/morning-ride.fit -Terminal
        $lines | Should -BeOfType string
        ($lines -join '') | Should -Match '[\u2801-\u28FF]{5}'
        "$lines" | Should -BeLike '*13.36 km*Altitude*Speed*Heart rate*'
        $plain = $lines | ForEach-Object { $_ -replace '\x1b\[[0-9;]*m' }
        $plain | Where-Object Length -GT 120 | Should -BeNullOrEmpty
    }

    It 'removes control characters of the file from the terminal' {
        $null = New-Gpx "$folder/a.gpx"
        $text = (Get-Content "$folder/a.gpx" -Raw) -replace '<trk>', "<trk><name>evil$([char]0x9b)31m$([char]0x202e)</name>"
        $null = New-Text "$folder/b.gpx" $text
        $lines = Show-ActivityFile "$folder/b.gpx" -Terminal
        $plain = ($lines -replace '\x1b\[[0-9;]*m') -join ''
        $plain | Should -BeLike '*evil*'
        $plain | Should -Not -Match '[\x00-\x1f\x7f-\x9f\u202e]'
    }
}
