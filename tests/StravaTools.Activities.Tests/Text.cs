using System.IO.Compression;
using System.Text;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests;

/// <summary>Files made of text, for tests.</summary>
internal static class Text
{
    public static Activity Read(string name, string text) =>
        Assert.Single(File(name, text).ReadContent(TestContext.Current.CancellationToken).Activities);

    public static ActivityFileReport Validate(string name, string text) => Validate(File(name, text));

    public static ActivityFileReport Validate(ActivityFile file) => ActivityValidator.Validate(file, TestContext.Current.CancellationToken);

    public static ActivityFile File(string name, string text) => ActivityFile.FromBytes(name, Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static Finding Finding(this ActivityFileReport report, string ruleId) =>
        Assert.Single(report.Findings, finding => finding.RuleId == ruleId);
}
