<#
.SYNOPSIS
Manages photos and thumbnails in Decathlon's sports tracking data, offline.
.DESCRIPTION
Performs every step of Decathlon's documentation against a fake server on this machine: stores a picture, adds it to an activity, saves the current
thumbnail as a photo, and changes the thumbnail. The location of the picture does not leave the machine.
.EXAMPLE
pwsh module/samples/Decathlon.ps1
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
$activityId = 'eu2a8ff4b670340f5144'
$fake = Start-FakeStrava -UseAsDefault
try {
    "The activity before: $((Get-DecathlonActivity $activityId).Images.Count) photos, and the thumbnail that the API made."
    $changed = Get-Item "$PSScriptRoot/finish.jpg" |
        Send-DecathlonFile -RemoveLocation |
        Add-DecathlonPhoto -ActivityId $activityId |
        Set-DecathlonThumbnail
    $changed | Format-List ActivityId, Thumbnail, PreviousThumbnail, Saving

    $after = Get-DecathlonActivity $activityId
    "The activity after: $($after.Images.Count) photos, the old thumbnail $(if ($changed.PreviousThumbnail -in $after.Images) { 'among them' } else { 'lost' })."
    $bytes = (Invoke-WebRequest $after.Thumbnail).Content
    "The new thumbnail can be fetched: $($bytes.Length) bytes, $(if ($after.Thumbnail -eq $changed.Thumbnail) { 'as written' } else { 'another one' })."
}
finally {
    $fake | Stop-FakeStrava
}
