<#
.SYNOPSIS
Runs the main job from end to end, offline.
.DESCRIPTION
Builds the module if necessary, starts a fake Strava server, checks the sample files, uploads them, waits for the activities, adds a photo to each,
and prints a table. planned-route.gpx has no times, so it is rejected with the reason.
.EXAMPLE
pwsh module/samples/Quickstart.ps1
#>
#Requires -Version 7.6
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$root = Resolve-Path "$PSScriptRoot/../.."
if (-not (Test-Path "$root/module/StravaTools.PowerShell.dll")) {
    dotnet build "$root/src/StravaTools.PowerShell/StravaTools.PowerShell.csproj" --configuration Release
    if ($LASTEXITCODE -ne 0) { throw 'The module could not be built. See the messages above.' }
}

Import-Module "$root/StravaTools.psd1"
$fake = Start-FakeStrava -Partner -UseAsDefault
try {
    $results = Get-ChildItem "$PSScriptRoot/*" -Include *.fit, *.gpx, *.tcx, *.json, *.gz |
        Send-StravaUpload -Wait -ErrorAction Continue
    $photos = $results | Add-StravaPhoto -PhotoPath "$PSScriptRoot/finish.jpg"

    $results |
        Format-Table @{ Label = 'File'; Expression = { Split-Path -Leaf $_.Path } }, Format, Outcome, ActivityId, ActivityUrl -AutoSize |
        Out-String -Width 160
    $outcomes = $results | Group-Object Outcome | Sort-Object Name | ForEach-Object { "$($_.Count) $($_.Name)" }
    "$(@($results).Count) files: $($outcomes -join ', '); photos added: $(@($photos | Where-Object Outcome -EQ Added).Count)."
}
finally {
    $fake | Stop-FakeStrava
}
