using System.Management.Automation;

namespace StravaTools.PowerShell.Host.Tests;

/// <summary>The module in a program that brings its own PowerShell: it loads next to that PowerShell, and its main cmdlets work.</summary>
public sealed class HostedModuleTests(ModuleHost host) : IClassFixture<ModuleHost>
{
    [Fact]
    public void Cmdlets_use_the_PowerShell_of_the_host()
    {
        var cmdlet = (CmdletInfo)Assert.Single(host.Invoke("Get-Command", new() { ["Name"] = "Send-StravaUpload" })).BaseObject;

        Assert.True(typeof(PSCmdlet).IsAssignableFrom(cmdlet.ImplementingType));
        Assert.Equal(ModuleHost.ExpectedVersion, host.PowerShellVersion);
        Assert.Single(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == "System.Management.Automation");
    }

    [Fact]
    public void Test_ActivityFile_reports_a_valid_file()
    {
        var report = Assert.Single(host.Invoke("Test-ActivityFile", new() { ["Path"] = ModuleHost.PathOfSample("lunch-walk.tcx") }));

        Assert.True((bool)report.Properties["IsValid"].Value);
    }

    [Fact]
    public void Send_StravaUpload_waits_until_the_file_is_an_activity()
    {
        var result = Send("morning-ride.fit");

        Assert.Equal("Ready", Text(result, "Outcome"));
        Assert.StartsWith(host.BaseUri.AbsoluteUri, Text(result, "ActivityUrl"), StringComparison.Ordinal);
    }

    [Fact]
    public void Get_StravaUploadStatus_finds_the_activity_of_an_upload()
    {
        var sent = Send("evening-run.gpx.gz");

        var status = Assert.Single(host.InvokeOnFake("Get-StravaUploadStatus", [], sent));

        Assert.Equal("Ready", Text(status, "Outcome"));
        Assert.Equal(Text(sent, "ActivityId"), Text(status, "ActivityId"));
    }

    [Fact]
    public void New_StravaActivity_creates_an_activity_without_a_file()
    {
        var activity = Create("Stretching", "2026-01-01 07:30");

        Assert.Equal("Stretching", Text(activity, "Name"));
        Assert.Equal("Yoga", Text(activity, "SportType"));
    }

    [Fact]
    public void Add_StravaPhoto_adds_a_photo_to_a_new_activity()
    {
        var activity = Create("Sunrise", "2026-01-02 07:30");

        var photo = Assert.Single(
            host.Invoke("Add-StravaPhoto", new() { ["PhotoPath"] = ModuleHost.PathOfSample("finish.jpg") }, activity));

        Assert.Equal("Added", Text(photo, "Outcome"));
        Assert.Equal(Text(activity, "Id"), Text(photo, "ActivityId"));
    }

    private PSObject Send(string sample) => Assert.Single(
        host.InvokeOnFake("Send-StravaUpload", new() { ["Path"] = ModuleHost.PathOfSample(sample), ["Wait"] = true }));

    private PSObject Create(string name, string startTime) => Assert.Single(host.InvokeOnFake("New-StravaActivity", new()
    {
        ["Name"] = name,
        ["SportType"] = "Yoga",
        ["StartTime"] = startTime,
        ["ElapsedTime"] = 3600,
    }));

    private static string Text(PSObject value, string property) => value.Properties[property].Value.ToString()!;
}
