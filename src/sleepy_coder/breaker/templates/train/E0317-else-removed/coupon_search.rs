//~ family: E0317-else-removed
//~ vary u32: u32 | u64
#[derive(Debug, Clone, Copy)]
struct Coupon {
    code: u32,
    percent: u32,
}

fn usable(coupon: Coupon, spent: u32) -> Option<Coupon> {
    if spent >= coupon.code { Some(coupon) } else { None }
}

fn half(number: u32) -> Option<u32> {
    let halved = if number % 2 == 0 { Some(number / 2) } else { None };
    halved
}

fn main() {
    let coupons = [Coupon { code: 50, percent: 5 }, Coupon { code: 120, percent: 15 }];
    for spent in [40, 60, 200] {
        let percent: u32 =
            coupons.iter().filter_map(|coupon| usable(*coupon, spent)).map(|one| one.percent).sum();
        println!("{spent}: {percent}");
    }
    println!("{:?} {:?}", half(18), half(7));
}
