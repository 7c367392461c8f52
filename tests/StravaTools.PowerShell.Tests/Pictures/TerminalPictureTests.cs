using System.Diagnostics;
using StravaTools.PowerShell.Tests.Pester;

namespace StravaTools.PowerShell.Tests.Pictures;

public sealed class TerminalPictureTests
{
    [Fact]
    [Trait("Category", GeneratedFile.Category)]
    public async Task The_picture_of_a_terminal_in_the_README_is_the_output_of_the_module()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var folders = new RunFolders();
        var start = TestPowerShell.Script(Repository.PathOf("tests", "Module", "Write-Session.ps1"), folders, []);
        start.Environment.Remove("NO_COLOR");
        start.StandardOutputEncoding = System.Text.Encoding.UTF8;
        using var session = Process.Start(start)!;
        var errors = session.StandardError.ReadToEndAsync(cancellationToken);
        var output = await session.StandardOutput.ReadToEndAsync(cancellationToken);
        await session.WaitForExitAsync(cancellationToken);

        Assert.Equal("", await errors);
        GeneratedFile.AssertCurrent(Repository.PathOf(".github", "images", "terminal.svg"), TerminalPicture.ToSvg(output));
    }
}
