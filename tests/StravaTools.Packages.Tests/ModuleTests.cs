using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace StravaTools.Packages.Tests;

/// <summary>The module as people install it.</summary>
[Collection(SharesPackages.Name)]
[TimeLimit(200)]
public sealed class ModuleTests(BuiltPackages packages)
{
    /// <summary>The readers with native code for this system.</summary>
    private static readonly string ImagePath =
        Path.Combine("module", "native", RuntimeInformation.RuntimeIdentifier, "StravaTools.Activities.dll");

    [Fact]
    public async Task Module_is_published_installed_imported_by_name_and_used()
    {
        var run = await packages.RunAsync(
            packages.CreateFolder("prompt"), "dotnet", ProjectData.PowerShell, "-NoProfile", "-NonInteractive", "-Command", $$"""
            $ErrorActionPreference = 'Stop'
            $repository = New-Item -ItemType Directory repository
            Register-PSResourceRepository Built -Uri $repository.FullName -Trusted
            Publish-PSResource -NupkgPath '{{packages.ModulePath}}' -Repository Built
            if ($IsWindows) {
                # The folder of documents, where modules of a user are, cannot be redirected.
                $modules = New-Item -ItemType Directory modules
                Save-PSResource StravaTools -Repository Built -Prerelease -Path $modules.FullName
                $env:PSModulePath = $modules.FullName
            }
            else {
                Install-PSResource StravaTools -Repository Built -Prerelease
            }
            Import-Module StravaTools
            $module = Get-Module StravaTools
            $without = try { Get-StravaSync -Store Host=/nowhere } catch { $_.FullyQualifiedErrorId }
            Publish-PSResource -NupkgPath '{{packages.PostgreSqlModulePath}}' -Repository Built
            Save-PSResource StravaTools.PostgreSql -Repository Built -Prerelease -Path (Split-Path (Split-Path $module.ModuleBase))
            $with = try { Get-StravaSync -Store Host=/nowhere } catch { $_.FullyQualifiedErrorId }
            $fake = Start-FakeStrava -UseAsDefault
            $upload = Send-StravaUpload "$($module.ModuleBase)/module/samples/morning-ride.fit" -Wait
            Stop-FakeStrava
            @{
                Version = "$($module.Version)-$($module.PrivateData.PSData.Prerelease)".TrimEnd('-')
                Folder = $module.ModuleBase
                Image = [StravaTools.Activities.ActivityFile].Assembly.Location
                Cmdlets = @($module.ExportedCmdlets.Keys)
                Synopsis = (Get-Help Send-StravaUpload).Synopsis
                Outcome = "$($upload.Outcome)"
                Stores = "$without $with"
                Data = $module.PrivateData.PSData | Select-Object ProjectUri, LicenseUri, IconUri, ReleaseNotes, Tags
            } | ConvertTo-Json -Depth 4
            """);

        Assert.True(run.ExitCode == 0, run.Output);
        var result = JsonDocument.Parse(run.Output[run.Output.IndexOf('{', StringComparison.Ordinal)..]).RootElement;
        var folder = result.GetProperty("Folder").GetString()!;
        Assert.Equal("Ready", result.GetProperty("Outcome").GetString());
        const string Cmdlet = "StravaTools.PowerShell.Commands.GetStravaSyncCommand";
        Assert.Equal($"PostgreSqlNotInstalled,{Cmdlet} DatabaseNotUsable,{Cmdlet}", result.GetProperty("Stores").GetString());
        Assert.StartsWith("Checks activity files", result.GetProperty("Synopsis").GetString(), StringComparison.Ordinal);
        Assert.Equal(packages.Version, result.GetProperty("Version").GetString());
        Assert.Contains("Start-FakeStrava", result.GetProperty("Cmdlets").EnumerateArray().Select(name => name.GetString()));
        Assert.DoesNotContain(ProjectData.PathOf(), folder, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(folder, ImagePath), result.GetProperty("Image").GetString());
        AssertData(result.GetProperty("Data"));
    }

    /// <summary>This is also the module without native code: its image cannot be loaded, as if it were one for another system.</summary>
    [Fact]
    public async Task Action_fails_without_files_and_for_a_bad_file_and_writes_SARIF()
    {
        var folder = packages.CreateFolder("action");
        var script = Path.Combine(folder, "check.ps1");
        await File.WriteAllTextAsync(script, WorkflowTests.ActionScript(), TestContext.Current.CancellationToken);
        await ZipFile.ExtractToDirectoryAsync(
            packages.ModulePath, Path.Combine(folder, "StravaTools"), TestContext.Current.CancellationToken);
        var image = Path.Combine(folder, "StravaTools", ImagePath);
        Assert.True(File.Exists(image));
        await File.WriteAllTextAsync(image, "not an image", TestContext.Current.CancellationToken);

        var run = await packages.RunAsync(
            folder, "dotnet", ProjectData.PowerShell, "-NoProfile", "-NonInteractive", "-Command", $$"""
            $env:PSModulePath = '{{folder}}'
            $env:ACTIVITY_REPORT = 'findings.sarif'
            $env:ACTIVITY_FILES = './nothing/*.gpx'
            & '{{script}}'
            "Without files: $LASTEXITCODE"
            $env:ACTIVITY_FILES = './StravaTools/module/samples/*route.gpx'
            & '{{script}}'
            exit $LASTEXITCODE
            """);

        Assert.True(run.ExitCode == 1, run.Output);
        Assert.Contains("Without files: 1", run.Output, StringComparison.Ordinal);
        var report = await File.ReadAllTextAsync(Path.Combine(folder, "findings.sarif"), TestContext.Current.CancellationToken);
        Assert.Contains("GPX0102", report, StringComparison.Ordinal);
    }

    private static void AssertData(JsonElement data)
    {
        var url = ProjectData.RepositoryUrl;
        Assert.Equal(url, data.GetProperty("ProjectUri").GetString());
        Assert.Equal($"{url}/blob/main/LICENSE", data.GetProperty("LicenseUri").GetString());
        Assert.Equal($"{url}/raw/main/module/icon.png", data.GetProperty("IconUri").GetString());
        Assert.Equal($"{url}/blob/main/CHANGELOG.md", data.GetProperty("ReleaseNotes").GetString());
        Assert.Contains("Strava", data.GetProperty("Tags").EnumerateArray().Select(tag => tag.GetString()));
    }
}
