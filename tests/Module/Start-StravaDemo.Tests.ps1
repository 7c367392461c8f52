BeforeAll { . $PSScriptRoot/Shared.ps1 }

Describe 'Start-StravaDemo' {
    AfterEach { Stop-FakeStrava }

    It 'checks and sends the samples to a fake, and writes a page' {
        $demo = Start-StravaDemo -NoOpen -InformationVariable shown 6> $null
        $demo.Reports | Should -HaveCount 5
        ($demo.Uploads | Where-Object Outcome -EQ Ready).Count | Should -Be 4
        ($demo.Uploads | Where-Object Outcome -EQ Rejected).Path | Should -BeLike '*planned-route.gpx'
        Get-Content $demo.Page -Raw | Should -BeLike '<!DOCTYPE html>*'
        $text = $shown -join "`n"
        $text | Should -BeLike '*PS> Test-ActivityFile*Valid*PS> Send-StravaUpload*Outcome*PS> Show-ActivityFile*'
        (Get-StravaActivity).Count | Should -Be 4
    }

    It 'is undone by Stop-FakeStrava' {
        $demo = Start-StravaDemo -NoOpen 6> $null
        $env:STRAVA_BASE_URI | Should -Be $demo.Server.Url.ToString()
        $demo.Server | Stop-FakeStrava
        $env:STRAVA_BASE_URI | Should -BeNullOrEmpty
        $demo.Page.Directory.FullName | Should -Not -Exist
        Get-Process -Id $demo.Server.ProcessId -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'opens the page in the browser' -Skip:$IsWindows {
        $folder = New-TestFolder
        $opener = New-Text "$folder/xdg-open" "#!/bin/sh`necho `"`$1`" > '$folder/opened'`n"
        chmod +x $opener
        $path = $env:PATH
        try {
            $env:PATH = $folder + [System.IO.Path]::PathSeparator + $path
            $demo = Start-StravaDemo 6> $null
            Wait-Until { (Test-Path "$folder/opened") -and (Get-Content "$folder/opened") }
        }
        finally { $env:PATH = $path }
        Get-Content "$folder/opened" | Should -Be ([uri]::new($demo.Page.FullName).AbsoluteUri)
    }

    It 'starts nothing with -WhatIf' {
        Start-StravaDemo -WhatIf | Should -BeNullOrEmpty
        $env:STRAVA_BASE_URI | Should -BeNullOrEmpty
    }

    It 'shows what to do next' {
        $demo = Start-StravaDemo -NoOpen 6> $null
        ($demo | Out-String -Width 80) | Should -BeLike "*Server*$($demo.Server.Url)*Page*Stop-FakeStrava*"
    }
}
