<#
.SYNOPSIS
Photos and thumbnails of Decathlon's sports tracking data, offline.
.DESCRIPTION
Does the whole story of Decathlon's document against a fake on this machine: stores a picture, adds it to an activity, saves the thumbnail that the
activity has as a photo, and changes it. The position of where the picture was taken does not leave the machine.
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
    if ($LASTEXITCODE -ne 0) { throw 'The module could not be built; the messages above say why.' }
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
