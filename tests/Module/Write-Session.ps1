# Writes what a terminal shows of a session with the sample files, with its colors.
$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../../StravaTools.psd1"
[System.Globalization.CultureInfo]::CurrentCulture = 'en-US'
$PSStyle.OutputRendering = 'Ansi'
Set-Location "$PSScriptRoot/../../module/samples"
foreach ($command in @(
        'Test-ActivityFile *.fit, *.gpx, *.gz, *.tcx, *.json'
        'Measure-Activity morning-ride.fit, evening-run.gpx.gz'
        'Show-ActivityFile morning-ride.fit -Terminal')) {
    "$($PSStyle.Foreground.BrightBlack)PS>$($PSStyle.Reset) $command"
    Invoke-Expression $command | Out-String -Width 80
}
