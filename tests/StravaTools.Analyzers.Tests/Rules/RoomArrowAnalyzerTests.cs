using StravaTools.Analyzers.Rules;
using StravaTools.Analyzers.Tests.Harness;
using static StravaTools.Analyzers.Tests.Rules.HouseSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class RoomArrowAnalyzerTests
{
    private const string Http = """
        using System.Net.Http;
        namespace StravaTools.Client.Http;
        public class Transport { public const int Port = 443; public HttpClient? Client { get; set; } public void Send() { } }
        """;

    [Fact]
    public async Task A_use_without_an_arrow_is_reported_at_the_use()
    {
        var reported = await Client<RoomArrowAnalyzer>()
            .Source(Http, "/repo/src/StravaTools.Client/Http/Transport.cs")
            .Source(
                """
                using StravaTools.Client.Uploads;
                using static System.Net.HttpStatusCode;
                namespace StravaTools.Client;
                public class Client : [|Upload|]
                {
                    /// <see cref="Upload"/>
                    public Http.Transport? Transport { get; set; }
                    public object Make() => new { Upload = 1,
                        Code = (System.Net.[|HttpStatusCode|].[|Ambiguous|], [|OK|], nameof([|Upload|]), typeof(System.Collections.Generic.List<[|Upload|]>)) };
                    public void Send(Http.Transport transport) => transport.Client!.[|Dispose|]();
                }
                """, "/repo/src/StravaTools.Client/Client.cs")
            .Source(
                """
                namespace StravaTools.Client.Uploads;
                public class Upload { public Http.Transport? Transport { get; set; } public int Port() => Http.Transport.Port; }
                """, "/repo/src/StravaTools.Client/Uploads/Upload.cs")
            .AssertAsync();
        Assert.Equal(
            "StravaTools.Client may not use StravaTools.Client.Uploads (Upload). Move the code, or add the arrow to rooms.txt.",
            reported[0].GetMessage(null));
    }

    [Fact]
    public async Task Other_assemblies_have_rooms()
    {
        await Client<RoomArrowAnalyzer>()
            .Reference(
                "StravaTools.Activities",
                "namespace StravaTools.Activities.Formats { public class Format; } namespace StravaTools.Activities { public static class "
                    + "Extensions { public static int Twice(this int i) => i * 2; } }")
            .Source(
                """
                using StravaTools.Activities;
                namespace StravaTools.Client.Http;
                public class Transport { public string X() => nameof([|Extensions|]); public int Y() => 2.[|Twice|]();
                    public StravaTools.Activities.Formats.[|Format|]? F; }
                """, "/repo/src/StravaTools.Client/Http/Transport.cs")
            .Source(
                "namespace Any; public class Client { public int Y() => StravaTools.Activities.Extensions.Twice(2); }",
                "C:\\repo\\src\\StravaTools.Client\\Client.cs")
            .AssertAsync();
    }

    [Fact]
    public async Task Members_of_a_partial_class_are_in_the_room_of_their_file() =>
        Assert.Single(await Client<RoomArrowAnalyzer>()
        .Source(
            "namespace StravaTools.Client; public partial class Client { public void Send() => [|Upload|](); }",
            "/repo/src/StravaTools.Client/Client.cs")
        .Source(
            "namespace StravaTools.Client; public partial class Client { public void Upload() => Send(); }",
            "/repo/src/StravaTools.Client/Uploads/Client.Uploads.cs")
        .AssertAsync());

    [Fact]
    public async Task Code_outside_of_rooms_is_not_checked() =>
        Assert.Empty(await new AnalyzerTest<RoomArrowAnalyzer> { AssemblyName = "Guest" }
        .AdditionalFile("/repo/src/rooms.txt", Rooms)
        .Source("public class Guest { public System.Net.HttpStatusCode Code; }", "/repo/tests/Guest/Guest.cs").AssertAsync());

    [Fact]
    public async Task Projects_without_rooms_file_are_ignored() =>
        Assert.Empty(await new AnalyzerTest<RoomArrowAnalyzer> { AssemblyName = "StravaTools.Client" }
        .Source("public class C { public System.Net.HttpStatusCode Code; }", "/repo/src/StravaTools.Client/C.cs").AssertAsync());
}
